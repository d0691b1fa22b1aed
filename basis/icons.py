"""Our own line icons, drawn on a grid of 24 for this project; line and colour come from
the svg round them.

An icon stands beside words and says the same: it is hidden for screen readers. The names
say what is drawn, in English.
"""

from __future__ import annotations

from html import escape

from django.utils.safestring import SafeString

SHAPES: dict[str, str] = {
    # where to go
    "home": '<path d="M4 11.5 12 5l8 6.5V20a1 1 0 0 1-1 1h-4.5v-6h-5v6H5a1 1 0 0 1-1-1z"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "compass": '<circle cx="12" cy="12" r="9"/><path d="m15.8 8.2-2.1 5.5-5.5 2.1 2.1-5.5z"/>',
    "search": '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
    "list": '<path d="M9 6h11M9 12h11M9 18h11M4.2 6h.1M4.2 12h.1M4.2 18h.1"/>',
    "grid": '<rect x="4" y="4" width="6.5" height="6.5" rx="1.5"/><rect x="13.5" y="4" width="6.5" height="6.5" rx="1.5"/><rect x="4" y="13.5" width="6.5" height="6.5" rx="1.5"/><rect x="13.5" y="13.5" width="6.5" height="6.5" rx="1.5"/>',
    "pin": '<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0C18.5 15 12 21 12 21z"/><circle cx="12" cy="10" r="2.4"/>',
    "external": '<path d="M13.5 4.5h6v6M19.5 4.5 11 13M10 5.5H6A1.5 1.5 0 0 0 4.5 7v11A1.5 1.5 0 0 0 6 19.5h11a1.5 1.5 0 0 0 1.5-1.5v-4"/>',
    "link": '<path d="M10 14a4 4 0 0 0 6 .4l3-3a4.1 4.1 0 0 0-5.8-5.8L11.7 7"/><path d="M14 10a4 4 0 0 0-6-.4l-3 3a4.1 4.1 0 0 0 5.8 5.8L12.3 17"/>',
    "chevron-right": '<path d="m9 5.5 6.5 6.5L9 18.5"/>',
    "chevron-left": '<path d="M15 5.5 8.5 12l6.5 6.5"/>',
    "chevron-down": '<path d="M5.5 9 12 15.5 18.5 9"/>',
    "chevron-up": '<path d="M5.5 15 12 8.5l6.5 6.5"/>',
    "arrow-left": '<path d="M19.5 12h-15M11 5.5 4.5 12l6.5 6.5"/>',
    "arrow-right": '<path d="M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5"/>',
    "arrow-down": '<path d="M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5"/>',
    "arrow-up": '<path d="M12 19.5v-15M5.5 11 12 4.5l6.5 6.5"/>',
    "undo": '<path d="M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-3"/>',
    # getting in and out
    "log-in": '<path d="M14 4h4.5A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5H14M10 8l4 4-4 4M14 12H4"/>',
    "log-out": '<path d="M10 4H5.5A1.5 1.5 0 0 0 4 5.5v13A1.5 1.5 0 0 0 5.5 20H10M15 8l4 4-4 4M19 12H9.5"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="2.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    "lock-open": '<rect x="5" y="10.5" width="14" height="10" rx="2.5"/><path d="M8 10.5V7a4 4 0 0 1 7.7-1.5"/>',
    "key": '<circle cx="8" cy="15.5" r="4.2"/><path d="m11 12.5 8.5-8.5M16 7.5l2.7 2.7M13.5 10l1.8 1.8"/>',
    "fingerprint": '<path d="M12 11.5v2.2c0 2.6-.6 4.6-1.8 6.8M8.6 19c.9-1.7 1.3-3.4 1.3-5.7v-1.6a2.1 2.1 0 0 1 4.2 0v2.5c0 2.4-.4 4.4-1.2 6.3M5.9 16.5c.5-1.2.8-2.5.8-4.5A5.3 5.3 0 0 1 12 6.7a5.3 5.3 0 0 1 5.3 5.3v2c0 1.7-.2 3.3-.6 4.7M4.2 9.7A8.4 8.4 0 0 1 12 3.6a8.4 8.4 0 0 1 8.4 8.4v2"/>',
    "shield": '<path d="M12 3.5 19 6v5.5c0 4.6-3 7.7-7 9-4-1.3-7-4.4-7-9V6z"/>',
    "shield-check": '<path d="M12 3.5 19 6v5.5c0 4.6-3 7.7-7 9-4-1.3-7-4.4-7-9V6z"/><path d="m8.7 12 2.4 2.4 4.2-4.6"/>',
    "eye": '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>',
    "eye-off": '<path d="M4 4l16 16M9.8 5.8a8.6 8.6 0 0 1 2.2-.3c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.6 3.3M15.2 17.8a8.4 8.4 0 0 1-3.2.7C6 18.5 2.5 12 2.5 12a16 16 0 0 1 3.9-4.3"/><path d="M9.9 9.9a3 3 0 0 0 4.2 4.2"/>',
    # people
    "user": '<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20c0-3.8 3.2-6.5 7.5-6.5s7.5 2.7 7.5 6.5"/>',
    "user-plus": '<circle cx="9.5" cy="8" r="3.8"/><path d="M2.5 20c0-3.8 3-6.5 7-6.5s7 2.7 7 6.5M19 7.5v6M16 10.5h6"/>',
    "user-x": '<circle cx="9.5" cy="8" r="3.8"/><path d="M2.5 20c0-3.8 3-6.5 7-6.5s7 2.7 7 6.5M16.8 8.3l4.4 4.4M21.2 8.3l-4.4 4.4"/>',
    "users": '<circle cx="9" cy="8" r="3.3"/><path d="M3 19.5c0-3.3 2.6-5.5 6-5.5s6 2.2 6 5.5"/><path d="M15.5 5.2a3 3 0 0 1 0 5.6M17.5 14.3c2.1.7 3.5 2.5 3.5 5.2"/>',
    "heart": '<path d="M12 20s-8-4.8-8-10.7A4.3 4.3 0 0 1 12 7.2a4.3 4.3 0 0 1 8 2.1C20 15.2 12 20 12 20z"/>',
    "heart-hand": '<path d="M12.3 11.5S7.5 8.7 7.5 5.7a2.5 2.5 0 0 1 4.8-1 2.5 2.5 0 0 1 4.8 1c0 3-4.8 5.8-4.8 5.8z"/><path d="M3 15.5l2.7-1.7c1.2-.7 2.3-.6 3.5 0l2.6 1.3c1.5.8.8 2.7-.8 2.4l-2.6-.5"/><path d="M12.5 17l5.3-3c1.7-.9 3 .9 1.6 2.1l-3.6 3.1c-1.5 1.3-2.9 1.7-4.8 1.3l-3.2-.7-2 1.2"/>',
    "hand": '<path d="M7 12.5V6.8a1.4 1.4 0 0 1 2.8 0v4M9.8 10.5V5a1.4 1.4 0 0 1 2.8 0v5.5M12.6 10.5V6a1.4 1.4 0 0 1 2.8 0v6M15.4 11V8.6a1.4 1.4 0 0 1 2.8 0v5.9c0 3.5-2.5 6-6 6-2.6 0-4-1-5.2-3L4.3 13.5c-.7-1.4 1-2.4 2-1.4L7 13"/>',
    "briefcase": '<rect x="3" y="7.5" width="18" height="12.5" rx="2.5"/><path d="M8.5 7.5V6A2 2 0 0 1 10.5 4h3a2 2 0 0 1 2 2v1.5M3 13h18M12 12v2"/>',
    "building": '<path d="M5 20.5V5a1.5 1.5 0 0 1 1.5-1.5h7A1.5 1.5 0 0 1 15 5v15.5M15 10h2.5A1.5 1.5 0 0 1 19 11.5v9M3 20.5h18M8.5 8h3M8.5 12h3M8.5 16h3"/>',
    # talking and calling
    "phone": '<path d="M5.5 3.5h3.3l1.5 4.4-2.1 1.7a12.5 12.5 0 0 0 6.2 6.2l1.7-2.1 4.4 1.5v3.3a2 2 0 0 1-2.1 2A17 17 0 0 1 3.5 5.6a2 2 0 0 1 2-2.1z"/>',
    "smartphone": '<rect x="6.5" y="3" width="11" height="18" rx="2.5"/><path d="M11 17.7h2"/>',
    "monitor": '<rect x="3" y="4.5" width="18" height="12" rx="2"/><path d="M12 16.5v4M8 20.5h8"/>',
    "mail": '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="m3.8 7.2 8.2 6 8.2-6"/>',
    "message": '<path d="M20.5 11.5a8 8 0 0 1-11.6 7.1L4 20l1.4-4.4A8 8 0 1 1 20.5 11.5z"/>',
    "message-plus": '<path d="M20.5 11.5a8 8 0 0 1-11.6 7.1L4 20l1.4-4.4A8 8 0 1 1 20.5 11.5z"/><path d="M12.5 8.3v6.4M9.3 11.5h6.4"/>',
    "messages": '<path d="M3.5 13.5V6A2.5 2.5 0 0 1 6 3.5h7A2.5 2.5 0 0 1 15.5 6v3A2.5 2.5 0 0 1 13 11.5H7z"/><path d="M18 9h.5A2.5 2.5 0 0 1 21 11.5V20l-3.5-2.5h-5A2.5 2.5 0 0 1 10 15"/>',
    "bell": '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>',
    "microphone": '<rect x="9" y="3.5" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v2.8"/>',
    "lifebuoy": '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.8"/><path d="m5.7 5.7 3.6 3.6M14.7 14.7l3.6 3.6M18.3 5.7l-3.6 3.6M9.3 14.7l-3.6 3.6"/>',
    # how it stands
    "check": '<path d="m5 12.5 4.8 4.8L19 7.5"/>',
    "x": '<path d="M6 6l12 12M18 6 6 18"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "minus": '<path d="M5 12h14"/>',
    "circle-check": '<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8 5.2-5.7"/>',
    "circle-alert": '<circle cx="12" cy="12" r="9"/><path d="M12 7.2v5.5M12 16.4v.1"/>',
    "circle-question": '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2 1-1.2 1.9M12 16.9v.1"/>',
    "circle-dot": '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="2.5"/>',
    "circle-dashed": '<circle cx="12" cy="12" r="9" stroke-dasharray="3.5 3.57"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1"/>',
    "alert": '<path d="M12 4 21 19.5H3z"/><path d="M12 10v4.2M12 16.9v.1"/>',
    "offline": '<path d="M3 3l18 18M8.5 8.6a11 11 0 0 0-5 2.6M12 7c3.3 0 6.3 1.3 8.5 3.5M6.8 14.3a7 7 0 0 1 4.2-2M16 13.3c.4.3.8.6 1.2 1M12 18.5v.1"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.4 2"/>',
    "hourglass": '<path d="M6.5 3.5h11M6.5 20.5h11M7.5 3.5v3.7c0 2 4.5 3.3 4.5 4.8s-4.5 2.8-4.5 4.8v3.7M16.5 3.5v3.7c0 2-4.5 3.3-4.5 4.8s4.5 2.8 4.5 4.8v3.7"/>',
    "calendar": '<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/><path d="M3.5 10h17M8 3v4M16 3v4"/>',
    "repeat": '<path d="M17 3.5 20.5 7 17 10.5M20.5 7H8a4.5 4.5 0 0 0-4.5 4.5v.5M7 20.5 3.5 17 7 13.5M3.5 17H16a4.5 4.5 0 0 0 4.5-4.5V12"/>',
    "refresh": '<path d="M20 5v5h-5M4 19v-5h5M19.3 10A8 8 0 0 0 5.5 7.5M4.7 14a8 8 0 0 0 13.8 2.5"/>',
    # doing
    "pencil": '<path d="m4 20 1-4.6L15.8 4.6a1.9 1.9 0 0 1 2.7 0l.9.9a1.9 1.9 0 0 1 0 2.7L8.6 19z"/>',
    "trash": '<path d="M4.5 6.5h15M9.5 6.5v-2a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1v2M6.5 6.5l.9 12.6a1.5 1.5 0 0 0 1.5 1.4h6.2a1.5 1.5 0 0 0 1.5-1.4l.9-12.6M10.2 10.5v6M13.8 10.5v6"/>',
    "copy": '<rect x="8.5" y="8.5" width="12" height="12" rx="2.5"/><path d="M15.5 8.5V6A2.5 2.5 0 0 0 13 3.5H6A2.5 2.5 0 0 0 3.5 6v7A2.5 2.5 0 0 0 6 15.5h2.5"/>',
    "printer": '<path d="M7 9V3.5h10V9M7 17H5a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 5 9h14a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 19 17h-2"/><path d="M7 14h10v6.5H7z"/>',
    "download": '<path d="M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5M4.5 19.5h15"/>',
    "upload": '<path d="M12 15.5v-11m0 0L7.5 9M12 4.5 16.5 9M4.5 19.5h15"/>',
    "ellipsis": '<path stroke-width="2.8" d="M5.5 12h.1M12 12h.1M18.5 12h.1"/>',
    "settings": '<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="2.7"/><circle cx="8" cy="17" r="2.7"/>',
    "filter": '<path d="M4 6h16M7.5 12h9M10.5 18h3"/>',
    "letters": '<path d="M3 18.5 8 6l5 12.5M4.7 14.5h6.6"/><circle cx="17.5" cy="15.5" r="3"/><path d="M20.5 12.5v6"/>',
    # how it goes
    "sun": '<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2.3M12 19.2v2.3M2.5 12h2.3M19.2 12h2.3M5.3 5.3l1.6 1.6M17.1 17.1l1.6 1.6M18.7 5.3l-1.6 1.6M6.9 17.1l-1.6 1.6"/>',
    "cloud-sun": '<path d="M8 2.8v1.6M2.6 8.2h1.6M4.2 4.4l1.1 1.1M11.8 4.4l-1.1 1.1M4.9 9.8A3.2 3.2 0 0 1 11 7.4"/><path d="M9 20.5h8.5a3.8 3.8 0 0 0 .6-7.5 5.3 5.3 0 0 0-10.2.3A3.7 3.7 0 0 0 9 20.5z"/>',
    "cloud-rain": '<path d="M7.5 15.5H17a4 4 0 0 0 .7-8A5.7 5.7 0 0 0 6.8 8a3.8 3.8 0 0 0 .7 7.5z"/><path d="m8.5 18.5-1 2.5M12.5 18.5l-1 2.5M16.5 18.5l-1 2.5"/>',
    # the compass of the network
    "flag": '<path d="M6 21V4m0 1c4-2 7.5 2 12.5 0v8.5c-5 2-8.5-2-12.5 0"/>',
    "bookmark": '<path d="M6.5 3.5h11A1.5 1.5 0 0 1 19 5v15.5l-7-4.5-7 4.5V5a1.5 1.5 0 0 1 1.5-1.5z"/>',
    "split": '<path d="M12 20.5V14L5.5 7.5M12 14l6.5-6.5M5.5 12V7.5H10M14 7.5h4.5V12"/>',
    "arrows-apart": '<path d="M10 7 5 12l5 5M5 12h14M14 7l5 5-5 5"/>',
    "trending-up": '<path d="m3.5 17 6-6 4 4 7-7.5M15 7.5h5.5V13"/>',
    "star": '<path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z"/>',
    "file": '<path d="M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9.5 12.5h6M9.5 16h6"/>',
    "table": '<rect x="3.5" y="4.5" width="17" height="15" rx="2"/><path d="M3.5 9.5h17M3.5 14.5h17M10 9.5v10"/>',
    "book": '<path d="M12 6.5C10 5 7 4.6 4 5v13.5c3-.4 6 0 8 1.5 2-1.5 5-1.9 8-1.5V5c-3-.4-6 0-8 1.5zM12 6.5V20"/>',
    "scales": '<path d="M12 4v16M7.5 20h9M5 7.5l7-2 7 2M5 7.5 2.5 13.5a3 3 0 0 0 5 0zM19 7.5l-2.5 6a3 3 0 0 0 5 0z"/>',
    "image": '<rect x="3.5" y="5" width="17" height="14" rx="2"/><circle cx="9" cy="10" r="1.6"/><path d="m5 17.5 5-4.5 3 2.5 2.5-2.5 4 4"/>',
    "leaf": '<path d="M5 20c.5-6 3-9.5 8-11.5"/><path d="M7.5 15.5C5 9.5 9.5 4 20 4c.5 10-5.5 14.5-12.5 11.5z"/>',
}


def icon(name: str, css: str = "", *, colour: str = "currentColor") -> SafeString:
    """The icon as inline SVG. `css` adds classes ("big"); `colour` is for PDF, where
    currentColor does not reach. An unknown name is a fault of ours: KeyError."""
    classes = f"icon {css}".strip()
    return SafeString(  # the shapes are ours, the rest is escaped  # nosec B703
        f'<svg class="{escape(classes)}" width="24" height="24" viewBox="0 0 24 24"'
        f' fill="none" stroke="{escape(colour)}" stroke-width="2"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
        f"{SHAPES[name]}</svg>"
    )
