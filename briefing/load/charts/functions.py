"""Functions of a project's own: read and checked for form. Nothing of them is run here."""

import ast
import warnings

from briefing.errors import Location
from briefing.load.charts.reader import FOLDER, Reader
from briefing.load.syntax.fields import Name
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.model.chart_spec import PlotFunction

_WANTED = (
    "a file and a function in it, as in 'my_charts:plot' for plot in content/charts/my_charts.py"
)
_HANDED = ("data", "house")


def read_function(reader: Reader) -> PlotFunction | None:
    """Read which function makes a figure; None, and why, where it cannot be called."""
    node = reader.fields.scalar("function", _WANTED)
    if node is None:
        return None
    problems = reader.problems
    module, colon, name = node.text.partition(":")
    if not colon or not module.isidentifier() or not name.isidentifier():
        problems.error(node.where, f"{node.text!r} names no function", f"wanted: {_WANTED}")
        return None
    path = f"{FOLDER}/{module}.py"
    if not reader.runs_code:
        message = f"making this chart runs {path!r}, and the project runs no code of its own"
        hint = (
            "read that file, and if you trust it write 'runs-code: true' into content/project.yaml"
        )
        problems.error(node.where, message, hint)
    file = reader.files.read(path, node.where)
    tree = _parsed(file, problems) if file else None
    if file is None or tree is None:
        return None
    found = _found(tree, Name(name, node.where), problems)
    if found is None:
        return None
    where = Location(path, found.lineno, found.col_offset + 1)
    _check_parameters(found, where, problems)
    return PlotFunction(path, name, file.text, where)


def _parsed(file: TextFile, problems: Problems) -> ast.Module | None:
    """Parse a module, as far as Python itself goes before it runs one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its form, which is told when it is run
            tree = ast.parse(file.text, file.path)
            compile(tree, file.path, "exec", dont_inherit=True)
    except SyntaxError as error:
        where = Location(file.path, error.lineno or 1, error.offset or 1)
        problems.error(where, f"this is no Python: {error.msg}")
    except (ValueError, RecursionError, MemoryError) as error:
        problems.error(Location(file.path, 1), f"this is no Python: {error}")
    else:
        return tree
    return None


def _found(tree: ast.Module, name: Name, problems: Problems) -> ast.FunctionDef | None:
    """Find the function that has the name when the module has been run."""
    named = {
        node.name: node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    found = named.get(name.text)
    if isinstance(found, ast.FunctionDef):
        return found
    functions = [key for key, node in named.items() if isinstance(node, ast.FunctionDef)]
    if found is None:
        problems.unknown(name.where, "function", name.text, functions)
    else:
        what = "a class" if isinstance(found, ast.ClassDef) else "an async function"
        message = f"{name.text!r} is {what}"
        problems.error(name.where, message, f"wanted: def {name.text}(data, house)")
    return None


def _check_parameters(function: ast.FunctionDef, where: Location, problems: Problems) -> None:
    """Check that a function takes what it is handed; what a decorator makes of it is not known."""
    takes = function.args
    most = len(takes.posonlyargs) + len(takes.args)
    least = most - len(takes.defaults)
    needed = [
        given.arg
        for given, default in zip(takes.kwonlyargs, takes.kw_defaults, strict=True)
        if default is None
    ]
    fits = least <= len(_HANDED) and (takes.vararg is not None or most >= len(_HANDED))
    if (fits and not needed) or function.decorator_list:
        return
    hint = f"wanted: def {function.name}({', '.join(_HANDED)})"
    given = " and ".join(_HANDED)
    message = f"{function.name!r} does not take what it is handed: {given}"
    problems.error(where, message, hint)
