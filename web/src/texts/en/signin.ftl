sign-in-what = With the mail address and the password of your account.
mail = Mail address
password = Password
code = One-time code
code-what = A code of your authenticator app, or one of your recovery codes.
no-account = Accounts are made by the invitation of an organization. Its link comes by mail.
