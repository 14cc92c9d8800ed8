title: Please delete my data

visitor: please delete all my data
says: deleted
