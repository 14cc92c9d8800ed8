title: Roman Urdu

visitor: mujhe apni dukan ke liye website chahiye
visitor: ji haan
cards: slots
visitor: pehla
visitor: Ali Khan
visitor: ali@khan.example.pk
cards: lead_saved, meeting_confirmed

finally
name: Ali Khan
email: ali@khan.example.pk
meeting: 2026-11-23 14:00
