# Every form says these.
form-optional = (optional)
form-required = Write this.
form-choose = Choose one.
form-none = —
form-too-long = { NUMBER($over) } characters too many; shorten it.
form-line-too-long = A line has { NUMBER($over) } characters too many; shorten it.
form-count = { NUMBER($count) } of { NUMBER($limit) } characters
form-lines = One thing a line.
form-number = Write a number, such as 12 or 3.5.
form-whole = Write a whole number, such as 12.
form-least = Write a number from { NUMBER($least) } on.
form-most = Write a number up to { NUMBER($most) }.
form-money-unit = rials
form-day-hint = Such as 2023-05-01
form-day = There is no such day. Write it like 2023-05-01.
form-day-from = Write a day from { $day } on.
form-day-to = Write a day up to { $day }.
form-pick-day = Pick “{ $label }” from a calendar
form-month-before = Month before
form-month-after = Month after
form-year-before = Year before
form-year-after = Year after
form-close = Close
form-look = Type some of the name
form-look-hint = Type to search.
form-looking = Searching…
form-found-none = Nothing was found.
form-look-offline = You are offline; nothing can be searched now.
form-remove = Remove { $name }
form-row-up = { $name }: one up
form-row-down = { $name }: one down
form-filled = { $count ->
    [one] one filled in
   *[other] { NUMBER($count) } filled in
}
form-file-choose = Choose files
form-file-hint = PDF, picture, text or office document, up to 20 MB each.
form-file-lost = Not sent: you are offline.
form-file-waits = Wait until the files are sent.

# What becomes of what is sent
form-restored = What you had typed before was brought back.
form-discard = Put it aside
form-kept = Kept on this device, { $time }
form-sending = Sending…
form-faults = { NUMBER($count) } places are not right:
form-offline = Not sent: you are offline. What you typed stays on this device.
form-lost = The hub gave no answer. What you typed is still here; send it again.
form-again = Send again
form-act-offline = Not done: you are offline. Try again.
form-signed-out = Your session has ended. Sign in again; what you typed is still here.
form-changed = Somebody has changed this record meanwhile. Get the newest; what you typed stays.
form-newest = Get the newest
form-clash = Somebody has changed this meanwhile. If you send, yours takes its place. The hub now has:
form-take-theirs = Keep that
form-cancel = Cancel
take-down = Take it down
take-down-sure = Nobody but its author reads it any more.
take-down-why = Why

# A form that is not the reader's
barred = This is not yours to write
barred-alone = Organizations write this, and you act for none now. Ask yours to invite you; or, if it is on the hub and nobody of it has signed in, say on its page that it is yours.
barred-reads = You only read for { $name }. Editors write; ask one of them to make you an editor.
barred-other = This is not your organization's; only its owner edits it.
barred-find = Find my organization
hints = These words hint at your organization
hints-what = Take them out of the text, or tick those that are to stay.
