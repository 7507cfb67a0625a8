"""What opens an account is not read from the graph, its dumps and backups; without its key, it opens nothing."""

import secrets
import stat
from pathlib import Path

import pyotp
import pytest

from hub.daily import seal
from hub.doctor import second_factors
from hub.seals import KEY_FILE, SealBroken, Seals
from hub.settings import Settings
from tests.browser import PASSWORD, Browser, Mailbox, joined
from tests.conftest import Neo4j
from tests.running import own_hub, start_hub, stop_hub

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
KEYS = (secrets.token_urlsafe(32), secrets.token_urlsafe(32))
APP = "MATCH (a:Account {mailKey: $mail}) RETURN a.totpSecret AS kept"


def test_a_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    seals = Seals(Settings(data_dir=tmp_path / "data"))
    with pytest.raises(SealBroken):
        seals.opened("sealed:of another machine")
    assert not (tmp_path / "data").exists()
    kept = seals.sealed(SECRET)
    file = tmp_path / "data" / KEY_FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert SECRET not in kept
    assert file.read_text().strip() not in kept
    assert [path.name for path in file.parent.iterdir()] == [KEY_FILE]
    assert Seals(Settings(data_dir=tmp_path / "data")).opened(kept) == SECRET
    assert Seals(Settings(secret=(file.read_text().strip(),))).opened(kept) == SECRET


def test_a_new_key_before_the_old_one_takes_its_place() -> None:
    old, new = KEYS
    kept = Seals(Settings(secret=(old,))).sealed(SECRET)
    both, alone = Seals(Settings(secret=(new, old))), Seals(Settings(secret=(new,)))
    assert both.opened(kept) == SECRET
    assert not alone.opens(kept)
    assert alone.renewed(kept) is None
    again = both.renewed(kept)
    assert again is not None
    assert alone.opened(again) == SECRET
    assert both.renewed(again) is None
    assert alone.opened(both.renewed(SECRET) or "") == SECRET
    assert not alone.opens(again[:-4] + "AAAA")


def test_without_a_key_and_a_place_for_one_all_stays_as_it_is() -> None:
    seals = Seals(Settings())
    assert (seals.sealed(SECRET), seals.opened(SECRET), seals.renewed(SECRET)) == (SECRET, SECRET, None)
    assert not seals.opens("sealed:x")


def test_a_hub_keeps_no_secret_openly_and_says_what_is_lost_without_its_key(
    neo4j_server: Neo4j, tmp_path: Path
) -> None:
    mailbox, mail = Mailbox(tmp_path / "mail"), "sara@example.ir"
    state = {"HUB_STATE_DIR": str(tmp_path), "HUB_SECRET": KEYS[0]}
    with own_hub(neo4j_server, **state) as hub:
        browser = joined(hub, mailbox, hub.organization("خانهٔ کار"), mail)
        secret = browser.done("beginSecondFactor", None, "secret")["secret"]
        confirm = {"code": pyotp.TOTP(secret).now()}
        codes = browser.done("confirmSecondFactor", confirm, "recoveryCodes")["recoveryCodes"]
        (row,) = hub.cypher(APP, mail=mail)
        assert row["kept"].startswith("sealed:")
        everything = hub.cypher("MATCH (n) RETURN collect(properties(n)) AS all")
        assert secret not in str(everything)
        hub.cypher("MATCH (a:Account) REMOVE a.totpStep")
        assert Browser(hub).sign_in(mail, code=pyotp.TOTP(secret).now())["errors"] == []

        own, other = (Seals(Settings(secret=(key,))) for key in KEYS)
        assert hub.run(lambda database: second_factors(database, own)).mend == ""
        lost = hub.run(lambda database: second_factors(database, other))
        assert lost.what == "The key in HUB_SECRET opens no code of 1 of 1 accounts."
        assert "recovery code" in lost.mend

        hub.cypher("MATCH (a:Account) SET a.totpSecret = $secret", secret=secret)
        openly = hub.run(lambda database: second_factors(database, Seals(Settings())))
        assert openly.mend.startswith("Set HUB_SECRET")
        assert hub.run(lambda database: seal(database, own)) == 1
        assert hub.run(lambda database: seal(database, own)) == 0
        assert own.opened(hub.cypher(APP, mail=mail)[0]["kept"]) == secret

        process, address = start_hub(neo4j_server, **(state | {"HUB_SECRET": KEYS[1]}))
        try:
            elsewhere = Browser(type(hub)(address, neo4j_server))
            said = elsewhere.sign_in(mail, PASSWORD, code=pyotp.TOTP(secret).now())
            assert [error["code"] for error in said["errors"]] == ["SECOND_FACTOR_LOST"]
            assert (
                elsewhere.sign_in(mail, "not the right words", code="1")["errors"][0]["code"]
                == "SIGN_IN_FAILED"
            )
            assert elsewhere.sign_in(mail, PASSWORD, code=codes[0])["errors"] == []
        finally:
            elsewhere.hub.client.close()
            assert stop_hub(process) == 0
