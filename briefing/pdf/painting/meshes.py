"""Meshes of triangles as shadings."""

from struct import Struct as Layout

from briefing.model.drawing import Mesh
from briefing.pdf.objects.syntax import number

_VERTEX = Layout(">BHH3s")  # flag, coordinates, colour: as the entries below say
_MOST = 0xFFFF
_LEAST = 0.001  # points: what is less comes out as nothing where four decimals are written


def shading_of(mesh: Mesh) -> tuple[str, bytes]:
    """The entries of a shading and its data; the mesh has triangles.

    Raises:
        ValueError: Some corner belongs to no triangle.

    Source:
        ISO 32000-2 8.7.4.5.5; flag 0 begins a triangle.
    """
    vertices = mesh.vertices
    if len(vertices) % 3:
        raise ValueError(f"a mesh of triangles has {len(vertices)} vertices")
    left, across = _range([vertex.x for vertex in vertices])
    top, down = _range([vertex.y for vertex in vertices])
    pack, to_x, to_y = _VERTEX.pack, _MOST / across, _MOST / down
    data = b"".join(
        [
            pack(
                0,
                round((v.x - left) * to_x),
                round((v.y - top) * to_y),
                bytes.fromhex(v.colour[1:]),
            )
            for v in vertices
        ]
    )
    ranges = " ".join([number(end, 4) for end in (left, left + across, top, top + down)])
    entries = (
        "/ShadingType 4/ColorSpace/DeviceRGB/BitsPerCoordinate 16/BitsPerComponent 8/BitsPerFlag 8"
        f"/Decode[{ranges} 0 1 0 1 0 1]"
    )
    return entries, data


def _range(values: list[float]) -> tuple[float, float]:
    """The least value and how much larger the largest is; never nothing, as PDF divides by it."""
    least = min(values)
    across = max(values) - least
    return least, across if across >= _LEAST else 1.0
