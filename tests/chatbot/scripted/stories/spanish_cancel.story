title: Cancelar la cita

visitor: Hola, quiero una cita el jueves a las 11, soy Ana García, ana@garcia.example.es
says: Está reservado: jueves 26 de noviembre a las 11:00
visitor: quiero cancelar la cita por favor
says: De verdad
visitor: sí
says: está cancelada

finally
meeting: none
