"""The command line: the whole job without a window. Progress goes to stderr, results are UTF-8 whatever the console.

Exit codes: 0 done; 1 our bug; 2 the command is wrong; 3 a file cannot be read or a result not be written; 4 the model
failed and the offline result was written instead; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from processing.cli_words import KoreanGroup, tell, told
from processing.errors import UserError
from processing.export.layout import NAMES as BUILT_IN
from processing.export.layout import Layout
from processing.order import NEVER_WRITTEN, Order

FORMATS = ("docx", "md", "txt", "srt")
FILE = click.Path(path_type=Path, readable=False)  # what cannot be read is told when it is read, in words of its own
DONE, BUG, USAGE, REFUSED, MODEL_FAILED, INTERRUPTED = 0, 1, 2, 3, 4, 130


def _tell_version(ctx: click.Context, _param: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import PackageNotFoundError, version  # as long as all the rest takes to load

        try:
            click.echo(f"malkkeum {version('malkkeum')}")
        except PackageNotFoundError:  # called from its folder
            click.echo("malkkeum (설치하지 않은 판)")
        ctx.exit()


@click.group(cls=KoreanGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_tell_version, help="버전을 보여 줍니다"
)
def commands() -> None:
    """말끔: 클로바노트 녹취록을 회의록으로 다듬습니다."""


@commands.command()
@click.argument("path", type=FILE, metavar="파일|폴더")
@click.option("-o", "--output", type=FILE, help="결과 파일 (.docx, .md, .txt, .srt)")
@click.option("--out-dir", type=FILE, help="결과를 담을 폴더 (폴더를 다듬을 때)")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="--out-dir에 쓸 형식 (정하지 않으면 docx)")
@click.option("--json", "json_", help="JSON을 쓸 파일, '-'는 표준 출력")
@click.option("--glossary", "glossaries", multiple=True, type=FILE, help="용어집 CSV")
@click.option("--no-builtin-glossary", is_flag=True, help="내장 용어집을 쓰지 않습니다")
@click.option(
    "--terms", type=click.Choice(["offline", "model"]), default="offline", show_default=True, help="용어를 누가 고치나"
)
@click.option(
    "--summary",
    type=click.Choice(["offline", "model", "none"]),
    default="offline",
    show_default=True,
    help="요약을 누가 쓰나",
)
@click.option(
    "--template",
    metavar="minutes|lecture|파일",
    default="minutes",
    show_default=True,
    help="회의록, 강의록 또는 나만의 양식 파일",
)
@click.option("--base-url", help="OpenAI 호환 서버의 주소")
@click.option("--model", help="모델 이름")
@click.option("--no-progress", is_flag=True, help="진행 상황을 보이지 않습니다")
def clean(  # one parameter an option: click's way
    path: Path,
    output: Path | None,
    out_dir: Path | None,
    format_: str | None,
    json_: str | None,
    glossaries: tuple[Path, ...],
    no_builtin_glossary: bool,
    terms: str,
    summary: str,
    template: str,
    base_url: str | None,
    model: str | None,
    no_progress: bool,
) -> int:
    """녹취록 파일(또는 폴더)을 다듬어 회의록으로 씁니다.

    .docx는 회의록, .md와 .txt는 회의록과 녹취록, .srt는 자막입니다. 결과 파일을 정하지 않으면 다듬은 녹취록을 화면(표준 출력)에 씁니다.
    """
    _check_format(format_, output, out_dir)
    order = Order(
        path, output, out_dir, format_ or "docx", json_, glossaries, not no_builtin_glossary, terms, summary, template,
        base_url, model, not no_progress, _layout(template),
    )  # fmt: skip
    _check(order)
    if order.is_folder:
        from processing.batch import clean_folder

        return clean_folder(order)
    from processing.one_file import clean_file

    return clean_file(order)


def _check(order: Order) -> None:
    """Raise `click.UsageError` for a command that cannot be meant."""
    if order.output is not None and order.output.suffix.lower().removeprefix(".") not in FORMATS:
        raise click.UsageError("-o의 파일 이름은 .docx, .md, .txt, .srt 가운데 하나로 끝나야 합니다.")
    if order.is_folder and order.out_dir is None:
        raise click.UsageError("폴더를 다듬으려면 --out-dir로 결과 폴더를 정해 주세요.")
    if order.is_folder and (order.output is not None or order.json is not None):
        raise click.UsageError("폴더를 다듬을 때는 -o나 --json 대신 --out-dir를 써 주세요.")
    if order.wants_model and not (order.model or "").strip():
        raise click.UsageError("모델을 쓰려면 --model로 모델 이름을 적어 주세요.")
    if order.wants_model and order.base_url is not None:
        _check_address(order.base_url)
    _check_targets(order)


def _layout(template: str) -> Layout | None:
    """A person's own template; None for one that ships. Raises `click.UsageError` for what is neither."""
    if template in BUILT_IN:
        return None
    if not template or not os.path.isfile(template):
        raise click.UsageError("--template에는 minutes, lecture 또는 있는 양식 파일의 경로를 적어 주세요.")
    from processing.export.layout_files import read_layout

    try:
        return read_layout(Path(template))
    except UserError as error:
        raise click.UsageError(error.sentence) from None


def _check_address(base_url: str) -> None:
    from processing.model.addresses import address_of

    try:
        address_of(base_url)
    except UserError as error:
        raise click.UsageError(error.sentence) from None


def _check_format(format_: str | None, output: Path | None, out_dir: Path | None) -> None:
    """Raise `click.UsageError` where two options say different things of the result; tell of one that says nothing."""
    if output is not None and out_dir is not None:
        raise click.UsageError("-o와 --out-dir 가운데 하나만 써 주세요.")
    if output is not None and format_ not in (None, output.suffix.lower().removeprefix(".")):
        raise click.UsageError(
            f"-o의 파일 이름은 '{output.suffix}'로 끝나는데 --format은 {format_}입니다. 하나만 써 주세요."
        )
    if format_ is not None and output is None and out_dir is None:
        tell(f"--format은 --out-dir와 함께 쓸 때만 뜻이 있습니다. 파일로 받으려면 -o 결과.{format_}처럼 적어 주세요.")


def _check_targets(order: Order) -> None:
    """Raise `click.UsageError` where a result would take the place of what is read, or of another result."""
    targets = [target for target in (order.result_file, _json_file(order)) if target is not None]
    is_own_folder = order.is_folder and order.out_dir is not None and _is_same(order.out_dir, order.path)
    if order.json == "":
        raise click.UsageError("--json에 파일 이름이나 '-'를 적어 주세요.")
    if is_own_folder or any(_is_same(target, source) for target in targets for source in order.files_read):
        raise click.UsageError(NEVER_WRITTEN)
    if len(targets) == 2 and _is_same(*targets):
        raise click.UsageError("-o와 --json에 같은 파일을 적었습니다. 서로 다른 이름을 적어 주세요.")


def _json_file(order: Order) -> Path | None:
    return Path(order.json) if order.json not in (None, "-") else None


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:  # one of them is not there yet
        return one.absolute() == other.absolute()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code. Errors of the user's become one sentence on stderr, bugs one without the text."""
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(encoding="utf-8", errors="replace")
    return _guarded(lambda: commands.main(arguments, prog_name="malkkeum", standalone_mode=False))


def _guarded(run: Callable[[], object]) -> int:
    try:
        result = run()
    except click.ClickException as error:
        tell(told(error))
        return error.exit_code
    except UserError as error:
        tell(error.sentence)
        return REFUSED
    except (KeyboardInterrupt, click.Abort):
        tell("중단했습니다.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place where the command line shows a bug
        tell(f"프로그램 오류입니다({type(error).__name__}). 결과를 쓰지 않았습니다.")
        return BUG
    return result if isinstance(result, int) else DONE
