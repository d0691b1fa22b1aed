"""The web server, the same in the demo, in the bench and in a container.

    gunicorn --config config/gunicorn.py config.wsgi

Threads, because a request mostly waits for the database. Two processes of eight: sixteen
connections. WEB_WORKERS and WEB_THREADS say otherwise.
"""

import os
from pathlib import Path

MEMORY = Path("/dev") / "shm"  # a heartbeat file on a slow disk would look like a hang

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "8"))
worker_class = "config.werker.Werker"  # gthread, with a page of ours
control_socket_disable = True
limit_request_line = 8_190  # the most it takes; a longer address gets 414.html
timeout = 60  # longer than the longest answer: a silent database takes at most 15 s
graceful_timeout = 20
keepalive = 5
accesslog = None  # our own line per request knows what may not be written (K7)
loglevel = os.environ.get("GUNICORN_LOG_LEVEL", "warning")
worker_tmp_dir = str(MEMORY) if MEMORY.is_dir() else None
