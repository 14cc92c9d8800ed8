title: En español

visitor: Hola, necesito una tienda online
says: asistente de IA
visitor: sí, por favor
cards: slots
visitor: la primera
says: lunes 23 de noviembre a las 14:00
visitor: Ana García
visitor: ana@garcia.example.es
says: Está reservado: lunes 23 de noviembre a las 14:00

finally
name: Ana García
email: ana@garcia.example.es
need: una tienda online
meeting: 2026-11-23 14:00
