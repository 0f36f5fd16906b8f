"""`amana person`: who may sign in, and in which role."""

from __future__ import annotations

import argparse
import getpass
import sys

from amana.acts import people
from amana.acts.may import ROLES
from amana.cli.housed import open_house
from amana.cli.saying import say
from amana.values.problems import Problem, Refused

EXAMPLES = f"""examples:
  amana person add amina@example.org "Amina Haddad" --role administrator registrar
  amana person add focal@example.org "Dina" --role focal-point --party eg
  amana person grant amina@example.org department-head
  amana person revoke amina@example.org registrar
  amana person list
The password is asked for, or read from standard input with --password-stdin.
roles: {" ".join(ROLES)}"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    subs = parser.add_subparsers(dest="what", required=True)
    add = subs.add_parser("add", help="add somebody, with roles")
    add.add_argument("email")
    add.add_argument("name")
    add.add_argument("--role", nargs="+", default=[], choices=ROLES, metavar="ROLE")
    add.add_argument("--party", default="", help="for a focal point or a delegate: the party's id")
    add.add_argument("--language", default="en", choices=("ar", "en", "fr"))
    add.add_argument("--password-stdin", action="store_true")
    for verb in ("grant", "revoke"):
        sub = subs.add_parser(verb, help=f"{verb} a role")
        sub.add_argument("email")
        sub.add_argument("role", choices=ROLES, metavar="ROLE")
        sub.add_argument("--party", default="")
    subs.add_parser("list", help="everybody, with roles held now")


def run(args: argparse.Namespace) -> int:
    """Do what was asked."""
    open_house()
    if args.what == "add":
        people.add(args.email, args.name, _password(args), args.role, party=args.party, language=args.language)
    elif args.what == "grant":
        people.grant(args.email, args.role, party=args.party)
    elif args.what == "revoke":
        people.revoke(args.email, args.role, party=args.party)
    for known in people.everybody():
        if args.what == "list" or known.email == args.email.lower():
            print(f"{known.person}  {known.email}  {known.name}  {', '.join(known.roles) or say('no-role')}")
    return 0


def _password(args: argparse.Namespace) -> str:
    if args.password_stdin:
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass(say("password"))
    if first != getpass.getpass(say("password-again")):
        raise Refused([Problem("typed-passwords", {})])
    return first
