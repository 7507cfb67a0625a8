"""What can be wrong with accounts: signing in, links that were mailed, passwords, second factors."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Accounts",
    "حساب‌ها",
    "Signing in, invitations and links by mail, passwords, second factors and passkeys.",
    (
        Entry(
            "SESSION_ENDED",
            "این نشست پایان یافته است. دوباره وارد شوید.",
            "The session has ended. Sign in again.",
            status=401,
        ),
        Entry(
            "ACCOUNT_DISABLED",
            "سرپرست شبکه این حساب را بسته است. دلیلش را از او بپرسید.",
            "An administrator has disabled this account. Ask them why.",
            status=401,
            counted=True,
        ),
        Entry(
            "ORGANIZATION_NOT_YOURS",
            "شما در سازمان سرآیند Hub-Organization سمتی ندارید. سازمان خود را نام ببرید یا آن را نفرستید.",
            "You have no office in the organization of `Hub-Organization`. Name your own, or leave it out.",
            status=403,
            counted=True,
        ),
        Entry(
            "CROSS_SITE",
            "این درخواست از سایت دیگری آمده است. آن را از صفحه‌های همین کانون بفرستید، یا با سرآیند"
            " Origin: {origin} (با همین نام میزبان و درگاه؛ localhost با 127.0.0.1 یکی نیست)، یا با توکن.",
            "The request comes from another site. Send it from a page of the hub, with the header"
            " `Origin: {origin}` (the very host and port: `localhost` is not `127.0.0.1`), or with a token.",
            status=403,
            counted=True,
        ),
        Entry(
            "SIGN_IN_FAILED",
            "نشانی یا گذرواژه درست نیست. دوباره بنویسید، یا گذرواژه را بازنشانی کنید.",
            "The address or the password is not right. Type them again, or reset the password.",
            counted=True,
        ),
        Entry(
            "SIGN_IN_AGAIN",
            "برای این کار باید در {minutes} دقیقهٔ گذشته وارد شده باشید. دوباره وارد شوید.",
            "This needs that you have signed in within the last {minutes} minutes. Sign in again.",
        ),
        Entry(
            "SIGN_IN_FIRST",
            "این نشانی حساب دارد. نخست با آن وارد شوید، سپس پیوند دعوت را باز کنید.",
            "This address has an account. Sign in with it first, then open the invitation's link.",
        ),
        Entry(
            "TOO_MANY_TRIES",
            "تلاش‌ها بیش از اندازه است. {minutes} دقیقه صبر کنید؛ یا با requestPasswordReset گذرواژهٔ تازه"
            " بگذارید یا با"
            " کلید عبور وارد شوید.",
            "There were too many tries. Wait for {minutes} minutes; or set the password anew by mail"
            " (`requestPasswordReset`), or sign in with a passkey.",
            counted=True,
        ),
        Entry(
            "SECOND_FACTOR_NEEDED",
            "این حساب عامل دوم دارد. رمز شش‌رقمی برنامهٔ رمزساز یا یک رمز بازیابی را هم بفرستید.",
            "The account has a second factor. Send the app's six digits, or a recovery code, too.",
        ),
        Entry(
            "SECOND_FACTOR_UNSHOWN",
            "نخست عامل دوم خود را نشان دهید: رمز را با showSecondFactor بدهید، یا با کلید عبور وارد شوید.",
            "Show your second factor first: a code by `showSecondFactor`, or sign in with a passkey.",
            counted=True,
        ),
        Entry(
            "SECOND_FACTOR_NOT_BEGUN",
            "این حساب عامل دوم ندارد. با beginSecondFactor آن را آغاز و با confirmSecondFactor تأیید کنید.",
            "The account has no second factor. Begin with `beginSecondFactor`, then `confirmSecondFactor`.",
        ),
        Entry(
            "SECOND_FACTOR_REQUIRED",
            "سرپرست و امین بی عامل دوم کار نمی‌کنند. نخست آن نقش را واگذارید.",
            "Administrators and trustees need a second factor. Hand the role on first.",
        ),
        Entry(
            "SECOND_FACTOR_LOST",
            "کلید سنجش رمزهای برنامهٔ شما در این کانون نیست. با یک رمز بازیابی یا کلید عبور وارد شوید و"
            " عامل دوم را از نو برپا کنید؛ یا به سرپرست بگویید.",
            "The hub lacks the key by which it checks the codes of your app. Sign in with a recovery code or"
            " a passkey and set the second factor up anew; or tell the administrator.",
        ),
        Entry(
            "CODE_WRONG",
            "این رمز درست نیست یا پیش‌تر به کار رفته است. رمز بعدی برنامه را بنویسید؛ هر رمز بازیابی تنها یک"
            " بار کار"
            " می‌کند، پس رمز دیگری از فهرستتان بردارید.",
            "The code is not right, or was used before. Type the next one that the app shows; a recovery"
            " code works"
            " once, so take another of your list.",
            counted=True,
        ),
        Entry(
            "PASSWORD_TOO_SHORT",
            "گذرواژه کوتاه است. دست‌کم {minimum} نویسه بنویسید؛ چند واژهٔ پشت سر هم خوب است.",
            "The password is too short. Take at least {minimum} characters; a few words in a row are good.",
        ),
        Entry(
            "PASSWORD_TOO_LONG",
            "گذرواژه بلند است. بیشینه {maximum} نویسه بنویسید.",
            "The password is too long. Take at most {maximum} characters.",
        ),
        Entry(
            "PASSWORD_COMMON",
            "این گذرواژه را همه می‌شناسند یا از نام خودتان است. گذرواژه‌ای برگزینید که کسی حدس نزند.",
            "This password is known to everybody, or is your own name. Take one that nobody guesses.",
        ),
        Entry(
            "LINK_WRONG",
            "این پیوند شناخته نشد یا پیش‌تر به کار رفته است. پیوند تازه بخواهید.",
            "The link is not known, or was used before. Ask for a new one.",
            counted=True,
        ),
        Entry(
            "LINK_EXPIRED",
            "مهلت این پیوند تمام شده است. پیوند تازه بخواهید.",
            "The link has expired. Ask for a new one.",
            counted=True,
        ),
        Entry(
            "MAIL_WRONG",
            "این نشانی رایانامه درست نیست. مانند name@example.ir بنویسید.",
            "This is no mail address. Write it as `name@example.ir`.",
        ),
        Entry(
            "MAIL_TAKEN",
            "این نشانی از آنِ حساب دیگری است. نشانی دیگری بدهید.",
            "This address belongs to another account. Give another.",
        ),
        Entry(
            "MAIL_NOT_YOURS",
            "این نشانی حساب شما نیست. برای حذف حساب، نشانی خود را درست بنویسید.",
            "This is not your account's address. To delete the account, type your own.",
        ),
        Entry(
            "MAIL_FAILED",
            "نامه فرستاده نشد. کمی بعد دوباره کوشش کنید؛ اگر باز نشد به سرپرست بگویید.",
            "The letter could not be sent. Try again in a while; if it fails again, tell the administrator.",
        ),
        Entry(
            "ALREADY_AFFILIATED",
            "این شخص در این سازمان سمت دارد. سمت یا اختیار را با changeAffiliation عوض کنید.",
            "The person has an office there already. Change it by `changeAffiliation`.",
        ),
        Entry(
            "NOT_AFFILIATED",
            "شما در این سازمان سمتی ندارید. سازمان‌های خود را در viewer ببینید.",
            "You have no office in this organization. See yours in `viewer`.",
        ),
        Entry(
            "PASSKEY_WRONG",
            "این کلید عبور پذیرفته نشد. دوباره آغاز کنید، یا از راه دیگری وارد شوید.",
            "The passkey was not accepted. Begin again, or sign in another way.",
            counted=True,
        ),
        Entry(
            "IDENTITY_TAKEN",
            "حساب دیگری با این واسطه وارد می‌شود. نخست آن را از آن حساب بردارید.",
            "Another account signs in so. Remove it there first.",
        ),
        Entry(
            "IDENTITY_UNKNOWN",
            "برای این نشانی دعوتی نیست. با حساب خود وارد شوید و سپس واسطه را بیفزایید، یا دعوت بخواهید.",
            "Nobody was invited by this address. Sign in with your account and come again, or be invited.",
            counted=True,
        ),
        Entry(
            "PROVIDER_REFUSED",
            "ورود نزد واسطه پذیرفته نشد. دوباره از صفحهٔ ورود آغاز کنید.",
            "The sign-in at the provider was not accepted. Begin again at the sign-in page.",
            counted=True,
        ),
        Entry(
            "PROVIDER_INCOMPLETE",
            "واسطهٔ ورود {missing} را در سند شناسایی خود نگفته است، پس با آن نمی‌توان وارد شد. از راه دیگری"
            " وارد شوید و سرپرست را خبر کنید.",
            "The provider does not say its `{missing}` in its discovery document, so nobody signs in by it."
            " Sign in another way, and tell the administrators.",
            status=502,
        ),
        Entry(
            "PROVIDER_SILENT",
            "واسطهٔ ورود پاسخ نمی‌دهد. کمی بعد دوباره کوشش کنید یا از راه دیگری وارد شوید.",
            "The provider does not answer. Try again in a while, or sign in another way.",
            status=502,
        ),
        Entry(
            "TOO_MANY_PASSKEYS",
            "بیش از {maximum} کلید عبور نمی‌شود. یکی را که به کار نمی‌رود بردارید.",
            "There can be {maximum} passkeys at most. Remove one that is not used.",
        ),
        Entry(
            "TOO_MANY_FOLLOWS",
            "بیش از {maximum} چیز را نمی‌توان دنبال کرد. یکی را دیگر دنبال نکنید، یا موضوع یا ناحیهٔ"
            " گسترده‌تری را دنبال کنید.",
            "You can follow {maximum} things at most. Unfollow one, or follow a broader topic or region.",
        ),
        Entry(
            "TOO_MANY_SAVED_SEARCHES",
            "بیش از {maximum} جست‌وجو ذخیره نمی‌شود. یکی را که به کار نمی‌رود بردارید.",
            "There can be {maximum} saved searches at most. Remove one that is not used.",
        ),
    ),
)
