"""`flask leads …`: what an operator does on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from core.errors import InvalidInput, ParleyError
from leads.service import LeadService


def leads_commands(service: Callable[[], LeadService]) -> click.Group:
    """The group `leads`; `service` gives the service when a command is run."""

    @click.group("leads", help="Work with leads.")
    def group() -> None:
        pass

    @group.command("import", help="Read a leads.json of the former system: all of it, or nothing.")
    @click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
    def import_file(file: Path) -> None:
        try:
            result = service().import_leads(file.read_bytes())
        except ParleyError as error:
            raise click.ClickException(_explained(error)) from None
        click.echo(f"{result.created} leads made, {result.known} were known already.")

    return group


def _explained(error: ParleyError) -> str:
    faults = error.errors if isinstance(error, InvalidInput) else ()
    return "\n".join([error.message, *(f"  {fault.field} {fault.message}" for fault in faults)])
