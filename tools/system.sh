#!/usr/bin/env bash
# What no wheel brings: pango for PDFs, and a browser for its tests. Installed with apt where
# that is allowed, else one clear line that says what to do.
set -u
for what in "$@"; do
  case $what in
    pango)
      .venv/bin/python -c 'import weasyprint' 2>/dev/null && continue
      packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
      without="Zonder pango maakt het product geen PDF's." ;;
    browser)
      for name in chromium chromium-browser google-chrome; do
        command -v $name >/dev/null && continue 2
      done
      packages="chromium"
      without="Zonder Chromium worden de browsertests overgeslagen." ;;
  esac
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installeert: $packages"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages; } >/dev/null 2>&1 \
      && continue
  fi
  echo "$without Installeer ze met: apt-get install $packages"
done
exit 0
