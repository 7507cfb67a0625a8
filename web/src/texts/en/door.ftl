# Doors: signing in, invitations, and the links that come by mail.
sign-in-what = Reading is free; sign in to write, and to see how others are reached.
mail = Mail address
password = Password
code = One-time code
code-what = The six digits of your authenticator app, or one of your recovery codes.
or = or
by-passkey = Sign in with a passkey
no-passkey = No passkey was given. Try again, or sign in another way.
by-provider = Sign in with { $name }
forgotten = I forgot my password
organization-not-here = My organization is no member
no-account = Accounts are made by the invitation of an organization; its link comes by mail.
nobody-named = No name or address of anybody who is helped is in the hub.
provider-identity-unknown = Nobody was invited by this address. Sign in with your password and add this way in the settings, or be invited.
provider-identity-taken = This identity belongs to another account.
provider-sign-in-first = This address has an account. Sign in with your password and add this way in the settings.
provider-sign-in-again = To add this way, sign in again first.
provider-account-disabled = An administrator has disabled this account. Ask them why.
provider-silent = Signing in that way did not work. Try again, or sign in another way.

# Showing once more who one is
reenter-ended = Your session has ended
reenter-ended-what = Sign in again and go on from here. What you typed is still in its place.
reenter-ended-not = Read without signing in
reenter-again = Sign in again
reenter-again-what = This is a sensitive step, and you signed in a while ago. Show that it is you.
reenter-again-not = Cancel
reenter-factor = Type your one-time code
reenter-factor-what = Your account has a second factor that this session has not shown.
reenter-factor-not = Cancel
show-code = Confirm
enter-anew = I have no code; sign in another way

# A forgotten password
forgotten-what = Type the mail address of your account, and we send you a link to set a new password.
send-link = Send the link
send-link-again = Send another link
look-at-mail = Look at your mail
look-at-mail-what = If { $mail } has an account, the link comes within minutes. Look into the spam folder, too.
back-to-sign-in = Back to sign-in
new-password = New password
new-password-what = All sessions of the account end once you set a new password.
password-hint = At least 12 characters; a few words in a row are good.
show-password = Show the password
set-password = Set the password
password-set = The new password is set
password-set-what = Sign in with it now.
no-link = The link is incomplete
no-link-what = Open it from the mail again, or copy all of it into the address bar.

# An invitation
join = Join the hub
join-what = It takes your name and a password, nothing more.
join-do = Join
join-as = Join as { $name }
not-you = This is not my account
join-signed-in = Sign in with the account you have; you join with it then.
have-account = I have an account
no-account-yet = I have no account
name = Your name
name-hint = Your colleagues see it.
listed = All members of the hub may see my name, too

# Confirming by a link
confirm-mail = Confirm your mail address
confirm-mail-what = This address becomes that of your account.
confirm-mail-do = This address is mine
mail-confirmed = The address is confirmed
mail-confirmed-what = From now on the hub writes to it, and you sign in with it.
confirm-claim = Confirm for your organization
confirm-claim-what = Somebody asks that your organization joins the hub, and gave this address as its own.
confirm-claim-do = This address is the organization's
claim-confirmed = It is confirmed
claim-confirmed-what = A coordinator of the network decides about joining.
to-the-hub = To the hub
