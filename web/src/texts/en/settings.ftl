settings = Settings
profile = Profile
security = Sign-in and security
followed = Followed
systems = Other systems
leaving = Leave and delete
keep = Save
kept = Saved.
remove = Remove
since-day = since { $day }
used-on = last used { $day }
not-used = not used yet

# Profile
letters-in = Letters come in
reads-both = I read the other language, too
mail-now = Now:
new-mail = New address
new-mail-hint = We send a link to it; it changes once you open that.
change-mail = Change the address
mail-sent = A link to confirm it was sent to { $mail }.
digest = Letter of news
digest-what = What is new of all you follow, in one letter; none when there is nothing.
digest-pace = How often
digest-hour = At
at-hour = { $hour } o’clock

# Sign-in and security
no-password = Your account has no password; you sign in another way.
change-password = Change the password
password-changed = The password is changed, and the other sessions have ended.
second-factor = Second factor
is-on = On
second-factor-what = Beside the password, a code of an app on your phone is asked for. Administrators and trustees need it.
second-factor-on = When you sign in, a code of your authenticator app is asked for, too.
set-up = Set up
another-app = Set up another app
factor-scan = Scan this picture with your authenticator app or, if that is on this device, press the button below.
factor-type = Type the six digits that the app shows.
qr = The code for an authenticator app: the same secret as is written below
open-in-app = Open in the authenticator app
or-by-hand = Or type the secret by hand:
app-code = Code of the app
confirm-code = Confirm
recovery-codes = Recovery codes
renew-codes = New recovery codes
renew-codes-sure = The former ones open nothing any more.
remove-factor = Remove the second factor
remove-factor-sure = From now on your password alone opens your account.
factor-removed = The second factor is removed.
shown-once = It is shown this once. Keep it in a safe place.
copy = Copy
copied = Copied
keep-as-file = Save as a file
have-kept = I have kept it
passkeys = Passkeys
passkeys-what = Sign in with your fingerprint, your face or the lock of this device: no password, no code.
passkey-name = Name of the passkey
passkey-name-hint = For example: my phone
add-passkey = Add a passkey
passkey-added = The passkey is added.
passkey-not-made = No passkey was made. This device may have one already.
passkeys-unknown = This browser does not know passkeys.
remove-passkey-sure = You cannot sign in with it any more.
made-on = made { $day }
providers = Other ways in
add-provider = Add { $name }
remove-provider-sure = You cannot sign in this way any more.
sessions = Sessions
end-others = End the others
end-others-sure = All other devices are signed out of your account.
sessions-ended = The session has ended.
some-browser = An unknown browser
this-one = This browser
by-way = signed in with: { $way }
begun-on = since { $day }
end = End

# Followed
followed-what = You hear of what happens about these.
with-below = with what is below
no-longer-there = No longer there
nothing-followed = You follow nothing. You can, on the page of a lesson, an organization or a topic.
saved-searches = Saved searches
no-saved-searches = You have saved no search. You can, on the search page.
quoted = “{ $words }”
is-told = you hear of it
is-not-told = not told
tell-me = Tell me

# Other systems
systems-of-editors = Tokens and webhooks are in the hands of the editors of organizations.
systems-what = Systems that work with the hub for { $name }.
tokens = API tokens
tokens-what = A token lets another system ask or write in the name of your organization.
the-secret = The new token
no-tokens = No token is in force.
past-tokens = { $count ->
    [one] One that has ended
   *[other] { NUMBER($count) } that have ended
}
holds-until = until { $day }
revoked-on = revoked { $day }
ended-on = ended { $day }
rotate = Rotate
rotate-sure = A new secret is made; the present one still works for a while, so that you can replace it.
revoke = Revoke
revoke-sure = Every system that works with this token stops at once.
make-token = Make a token
token-label = What it is for
token-label-hint = For example: the accounting system
scopes = It may
token-days = For how many days
webhooks = Webhooks
webhooks-what = The hub tells these addresses what happens, as far as your organization may read it.
webhook-secret = The secret that signs
no-webhooks = There is no webhook.
is-off = off since { $day }
failing-since = not delivered since { $day }: { $why }
told-on = last told { $day }
nothing-told = nothing told yet
of-kinds = { $count ->
    [one] one kind of event
   *[other] { NUMBER($count) } kinds of events
}
of-all-kinds = all events
turn-on = Turn on
turn-off = Turn off
rotate-secret = New secret
remove-webhook-sure = Nothing is told to that address any more.
make-webhook = Make a webhook
webhook-label = What it is for
webhook-address = Address
find-kinds = Find kinds of events
find-kinds-hint = Where you choose none, all events are told.
kinds-found = { $count ->
    [one] One kind
   *[other] { $shown } kinds
}
kinds = Kinds of events

# Leave and delete
offices = Your organizations
leave-what = Once you leave, you can do nothing for the organization any more; what you wrote stays its own.
leave = Leave
leave-sure = You can do nothing for { $name } any more. To come back you must be invited again. If nobody else edits for it, its tokens end, too.
no-offices = You have no office in an organization.
delete-account = Delete the account
delete-what = Your name, your address and all your personal data go at once, for good. What your organizations have written stays theirs.
delete-mail = Type your mail address
delete-mail-hint = To be sure: { $mail }
