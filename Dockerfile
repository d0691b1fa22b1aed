# One image for web, worker, beat and migrate; tools/serve.sh says which.
FROM python:3.11-slim-bookworm AS build
WORKDIR /app
COPY tools/uv.txt tools/
RUN python -m venv /uv && /uv/bin/pip install --no-cache-dir --require-hashes -r tools/uv.txt
COPY pyproject.toml uv.lock ./
RUN /uv/bin/uv sync --frozen --no-cache --no-default-groups --no-python-downloads \
    --python /usr/local/bin/python --compile-bytecode
COPY . .
# collectstatic asks for secrets it does not use
RUN .venv/bin/python tools/fonts.py var/static/fonts \
 && SECRET_KEY=build MFA_KEY=build .venv/bin/python manage.py collectstatic --noinput \
 && python -m compileall -q basis logboek toegang berichten netwerk kompas clientplan \
    monitoring rapportage config

FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin nk \
 && install -d -o 10001 -g 10001 /media /getuige
WORKDIR /app
COPY --from=build /app /app
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp \
    HOST=0.0.0.0 PORT=8000 MEDIA_ROOT=/media BEAT_FILE=/tmp/beat
USER 10001:10001
VOLUME /media
EXPOSE 8000
ENTRYPOINT ["tools/serve.sh"]
CMD ["web"]
