# Made by `hub pages --write` from graph/model/.

MapTieKind-WORKS_WITH = همکار است با
MapTieKind-FUNDS = تأمین مالی می‌کند
MapTieKind-MEMBER_OF = عضو است در
MapTieKind-SUPERVISES = نظارت می‌کند بر
MapTieKind-REFERS_TO = ارجاع می‌دهد به
MapTieKind-TRAINS_FOR = آموزش می‌دهد برای
MapTieKind-PARTNERSHIP = مشارکت
MapTieKind-SHARED_EXPERIENCE = تجربهٔ مشترک
MapTieKind-PROGRAM = برنامه
MapTieKind-BOARD = هیئت
MapTieKind-WORKING_GROUP = کارگروه
MapTieKind-APPRENTICESHIP = استادشاگردی
