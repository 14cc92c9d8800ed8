title: An American in New York
locale: en-US
timezone: America/New_York

visitor: Hi, can we meet tomorrow at 9am? I'm Bob Ray, bob@ray.example.com
says: Tuesday, November 24 at 9:00 am
visitor: yes please
says: It's booked

finally
meeting: 2026-11-24 09:00
