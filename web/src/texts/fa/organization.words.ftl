# Made by `hub pages --write` from graph/model/.

TieKind-WORKS_WITH = همکار است با
TieKind-FUNDS = تأمین مالی می‌کند
TieKind-MEMBER_OF = عضو است در
TieKind-SUPERVISES = نظارت می‌کند بر
TieKind-REFERS_TO = ارجاع می‌دهد به
TieKind-TRAINS_FOR = آموزش می‌دهد برای
