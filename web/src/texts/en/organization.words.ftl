# Made by `hub pages --write` from graph/model/.

TieKind-WORKS_WITH = Works with
TieKind-FUNDS = Funds
TieKind-MEMBER_OF = Is a member of
TieKind-SUPERVISES = Supervises
TieKind-REFERS_TO = Refers to
TieKind-TRAINS_FOR = Trains for
