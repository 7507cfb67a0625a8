# A record as it is written: what several forms say.
draft-first = It is a draft at first, which your organization alone sees until you publish it.
save-draft = Keep the draft
save = Save changes
saved = Saved.
title = Title
description = Description
occupation-hint = The four digits of its group in ISCO-08, such as 7212 for welders.
decile-from = From decile
decile-to = To decile
age-from = From age
age-to = To age
yes = Yes
no = No
region = Region
skills = Skills
program = Program
occupation = Occupation
deprived-only = Deprived areas only
conditions = Other conditions
title-fa = Title in Persian
title-en = Title in English
regions = Where
first-of-days = From
last-of-days = To
source-named = Source
source-hint = If somebody else told it, and not you: who, and where.
source-url = Address of the source
source-date = Day of the source
    [one] one filled in
   *[other] { NUMBER($count) } filled in
}
only-yes = Yes, only there
only-no = No, everywhere
eligible = For whom
row-more = More
