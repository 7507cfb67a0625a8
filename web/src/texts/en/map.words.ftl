# Made by `hub pages --write` from graph/model/.

MapTieKind-WORKS_WITH = Works with
MapTieKind-FUNDS = Funds
MapTieKind-MEMBER_OF = Is a member of
MapTieKind-SUPERVISES = Supervises
MapTieKind-REFERS_TO = Refers to
MapTieKind-TRAINS_FOR = Trains for
MapTieKind-PARTNERSHIP = Partnership
MapTieKind-SHARED_EXPERIENCE = Shared experience
MapTieKind-PROGRAM = Program
MapTieKind-BOARD = Board
MapTieKind-WORKING_GROUP = Working group
MapTieKind-APPRENTICESHIP = Apprenticeship
