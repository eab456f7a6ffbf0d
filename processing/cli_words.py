"""What the command line says, in Korean: its usage, its help, what is wrong with a command; and how it says a line."""

from __future__ import annotations

import os
import re
import sys
from typing import TextIO

import click

_METAVARS = {"PATH": "경로", "TEXT": "값", "DIRECTORY": "폴더"}
_HANGUL = re.compile("[가-힣]")


class KoreanCommand(click.Command):
    """A command whose usage and help are Korean."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line on how to call it."""
        self.options_metavar = "[옵션]"
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="사용법: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option is for."""
        with formatter.section("옵션"):
            formatter.write_dl([_in_korean(record) for record in self._records(ctx)])

    def _records(self, ctx: click.Context) -> list[tuple[str, str]]:
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        return [record for option in options if (record := option.get_help_record(ctx)) is not None]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help, with its own help in Korean."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "이 도움말을 보여 줍니다"
        return option


class KoreanGroup(KoreanCommand, click.Group):
    """A group of commands whose usage and help are Korean."""

    command_class = KoreanCommand

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line on how to call it."""
        self.subcommand_metavar = "명령 …"
        super().format_usage(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("명령"):
            formatter.write_dl([(name, self._shortly(ctx, name)) for name in self.list_commands(ctx)])

    def _shortly(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(100) if command is not None else ""


def _in_korean(record: tuple[str, str]) -> tuple[str, str]:
    names = re.sub(r"\b[A-Z]+$", lambda found: _METAVARS.get(found[0], found[0]), record[0])
    return names, record[1].replace("[default: ", "[기본: ").replace("; default: ", "; 기본: ")


def tell(sentence: str) -> None:
    """Say one line to the person, on stderr: results alone go to standard output. Nobody need listen."""
    if sys.stderr is None:  # closed before the program began; print would take standard output
        return
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Let a stream that nobody takes from any more lead nowhere, so that what is left in it does not raise at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def told(error: click.ClickException) -> str:
    """What is wrong with a command and how it is called, in Korean.

    >>> told(click.UsageError("-o와 --out-dir 가운데 하나만 써 주세요."))
    '-o와 --out-dir 가운데 하나만 써 주세요.'
    """
    sentence = sentence_of(error)
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return sentence
    return f"{sentence}\n{ctx.get_usage()}\n도움말: {ctx.command_path} --help"


def sentence_of(error: click.ClickException) -> str:
    """What is wrong with a command, in a Korean sentence; one that is Korean already stays as it is."""
    if _HANGUL.search(error.message):
        return error.message
    match error:
        case click.MissingParameter(param=click.Argument()):
            return "다듬을 파일이나 폴더를 적어 주세요."
        case click.NoSuchOption():
            nearest = f" {error.possibilities[0]}인지 확인해 주세요." if error.possibilities else ""
            return f"{error.option_name} 옵션은 없습니다.{nearest}"
        case click.BadOptionUsage():
            return _of_value(error)
        case click.BadParameter(param=click.Parameter() as param):
            return _of_choice(param)
    return "파일이나 폴더는 하나만 적어 주세요. 이름에 빈칸이 있으면 따옴표로 묶어 주세요."


def _of_value(error: click.BadOptionUsage) -> str:
    """The parser tells apart by its words only whether a value is missing or one too many."""
    name = error.option_name
    return f"{name} 다음에 값을 적어 주세요." if "requires" in error.message else f"{name}에는 값을 붙이지 않습니다."


def _of_choice(param: click.Parameter) -> str:
    name = max(param.opts, key=len)
    if isinstance(param.type, click.Choice):
        return f"{name}에는 {', '.join(map(str, param.type.choices))} 가운데 하나를 적어 주세요."
    return f"{name}의 값이 맞지 않습니다. 다시 적어 주세요."
