"""What a person needs to know once Firsthand is up."""

from deploy.local.layout import Layout, read_json
from deploy.local.options import Options


def welcome(options: Options, layout: Layout, seconds: float) -> None:
    """Print what to open and how to sign in."""
    lines = [
        "",
        f"Firsthand is ready after {seconds:.0f} s.",
        "",
        f"  the site     {options.base_url}/",
        f"  the admin    {options.base_url}/admin/",
        f"  the API      {options.base_url}/api/docs",
        f"  mail         {layout.var_dir / 'mail'} (one .eml file a message)",
        f"  logs         {layout.logs}",
        "",
        *account_lines(layout),
        "Ctrl-C stops everything.",
    ]
    print("\n".join(lines), flush=True)


def account_lines(layout: Layout) -> list[str]:
    """Return a line for each account one can sign in with, as demo.json has them."""
    accounts = read_json(layout.demo).get("accounts", [])
    if not accounts:
        return []
    rows = [
        f"  {account['role']:<12} {account['email']:<32} {account['password']}"
        for account in accounts
    ]
    return ["Sign in with", *rows, f"  (kept in {layout.demo})", ""]
