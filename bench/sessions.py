"""Time a page of a running hub for nobody, a token and a session, in turns: what looking a session up costs.

python -m bench.sessions http://127.0.0.1:8000 --token "$TOKEN" --session "$COOKIE"
"""

import json
import statistics
import time

import click
import httpx

_PAGE = "{ organizations(first: 20) { nodes { id nameFa } } }"
_WARM = 50


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("address")
@click.option("--token", required=True, help="A member's token.")
@click.option("--session", required=True, help="What the cookie of a member's session holds.")
@click.option("--rounds", default=1_000, show_default=True, help="How often each is asked.")
def main(address: str, token: str, session: str, rounds: int) -> None:
    """Print the median of each in milliseconds, and beside it how many times that of a token it is."""
    who = {
        "nobody": {},
        "token": {"authorization": f"Bearer {token}"},
        "session": {"cookie": f"hub={session}", "origin": address, "sec-fetch-site": "same-origin"},
    }
    times: dict[str, list[float]] = {name: [] for name in who}
    with httpx.Client(base_url=address, headers={"content-type": "application/json"}) as client:
        for turn in range(rounds + _WARM):
            for name, headers in who.items():
                begun = time.perf_counter()
                answer = client.post("/graphql", content=json.dumps({"query": _PAGE}), headers=headers)
                spent = time.perf_counter() - begun
                if "errors" in answer.json():
                    raise click.ClickException(f"{name}: {answer.text}")
                if turn >= _WARM:
                    times[name].append(spent)
    medians = {name: statistics.median(found) * 1_000 for name, found in times.items()}
    for name, median in medians.items():
        click.echo(f"{name:8} {median:6.2f} ms  {median / medians['token']:.2f} ×")


if __name__ == "__main__":
    main()
