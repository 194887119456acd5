"""The colours of a picture: which are plain sRGB, and how others become so."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageChops, ImageCms

PLAIN = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})
"""Modes of eight bits in grey or sRGB, which all programs show alike."""

_SIXTEEN = "I;16"
_UNSEEN = 4
"""The greatest difference of a channel, out of 255, between two profiles that look the same."""

_STEPS = (0, 51, 102, 153, 204, 255)
_INTO_PLAIN = {"RGB": "RGB", "RGBA": "RGBA", "L": "RGB", "CMYK": "RGB", "LAB": "RGB"}


def has_plain_colours(picture: Image.Image) -> bool:
    """Whether ``picture`` shows the same colours in programs that do not heed its profile."""
    return picture.mode in PLAIN and (
        picture.mode not in _INTO_PLAIN or not _differs(picture.info.get("icc_profile"), picture)
    )


def in_plain_colours(picture: Image.Image) -> Image.Image:
    """``picture`` in sRGB or grey with eight bits, as near to its own colours as can be."""
    if picture.mode.startswith(_SIXTEEN):
        return _eight_bits(picture)
    profile = _profile_of(picture.info.get("icc_profile"))
    if picture.mode == "LAB":
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    if profile is not None and picture.mode in _INTO_PLAIN:
        try:
            return _converted(picture, profile)
        except ImageCms.PyCMSError:
            pass  # a profile of other colours than the picture's
    if picture.mode in PLAIN:
        return picture
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """The upper eight of sixteen bits. Pillow's own conversion makes all but the darkest white."""
    # As two channels of eight bits each.
    pairs = Image.frombytes("LA", picture.size, picture.tobytes())
    upper, lower = pairs.getchannel("A"), pairs.getchannel("L")
    if picture.mode.endswith("B"):
        upper, lower = lower, upper
    clear = picture.info.get("transparency")
    if isinstance(clear, int):
        alike = ImageChops.darker(_where(upper, clear >> 8), _where(lower, clear & 0xFF))
        upper.putalpha(ImageChops.invert(alike))
    return upper


def _where(channel: Image.Image, value: int) -> Image.Image:
    """White where ``channel`` has this ``value``, else black."""
    return channel.point([255 if one == value else 0 for one in range(256)])


def _converted(picture: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    grey = picture.mode == "L"
    made = ImageCms.profileToProfile(
        picture,
        profile,
        _srgb(),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode=_INTO_PLAIN[picture.mode],
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert made is not None
    return made.convert("L") if grey else made


def _differs(icc: bytes | None, picture: Image.Image) -> bool:
    """Whether the profile ``icc`` gives a picture other colours than sRGB does."""
    profile = _profile_of(icc)
    if profile is None:
        return False
    mode = "L" if picture.mode == "L" else "RGB"
    sample = _sample(mode)
    try:
        seen = _converted(sample, profile).tobytes()
    except ImageCms.PyCMSError:
        return False
    return any(abs(a - b) > _UNSEEN for a, b in zip(seen, sample.tobytes(), strict=True))


def _sample(mode: str) -> Image.Image:
    if mode == "L":
        return Image.frombytes("L", (256, 1), bytes(range(256)))
    colours = [(red, green, blue) for red in _STEPS for green in _STEPS for blue in _STEPS]
    return Image.frombytes("RGB", (len(colours), 1), b"".join(map(bytes, colours)))


def _profile_of(icc: bytes | None) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.ImageCmsProfile(BytesIO(icc)) if icc else None
    except OSError:
        return None  # not a profile


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
