title: اردو میں

visitor: السلام علیکم، مجھے ویب سائٹ چاہیے
says: اے آئی
visitor: جی ہاں
cards: slots
visitor: پہلا
visitor: علی خان
says: ای میل
visitor: ali@khan.example.pk
says: بک ہو گئی

finally
name: علی خان
email: ali@khan.example.pk
meeting: 2026-11-23 14:00
