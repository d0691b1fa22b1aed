#!/usr/bin/env bash
# What no wheel brings: pango for PDFs, and a browser for the tests. What is missing comes
# with apt where that is allowed, else one clear line says what to do.
set -u
apt_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "Installeert met apt: $*" >&2
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1
}
has_pango() { .venv/bin/python -c 'import weasyprint' 2>/dev/null; }
has_browser() { .venv/bin/python -m tests.chromium >/dev/null 2>&1; }
own_browser() { timeout 600 .venv/bin/python -m playwright install chromium-headless-shell >/dev/null 2>&1; }

for what in "$@"; do
  case $what in
    pango)
      packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
      has_pango || { apt_install $packages && has_pango; } \
        || echo "Geen pango, dus geen PDF's. Doe als root: apt-get install $packages" >&2 ;;
    browser)
      has_browser || { apt_install chromium && has_browser; } || { own_browser && has_browser; } || {
        echo "Geen browser voor de tests. Doe als root: apt-get install chromium" >&2
        [ -z "${CI:-}" ] || exit 1
      } ;;
  esac
done
exit 0
