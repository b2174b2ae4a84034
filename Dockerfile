# One image for every command of Hilltop: docker run --rm --read-only -v "$PWD:/data" hilltop solve scenario.json
FROM python:3.11-slim AS builder
WORKDIR /src
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore

# The locks come before the source, so that a change of the source does not download the dependencies again.
COPY requirements-runtime.lock requirements-build.lock ./
RUN python -m venv --without-pip /opt/hilltop \
    && python -m pip --python /opt/hilltop/bin/python install \
        --no-deps --only-binary :all: --require-hashes -r requirements-runtime.lock
RUN python -m venv --without-pip /opt/build \
    && python -m pip --python /opt/build/bin/python install \
        --no-deps --only-binary :all: --require-hashes -r requirements-build.lock

COPY pyproject.toml LICENSE ./
COPY models ./models
COPY optimizer ./optimizer
COPY scenarios ./scenarios
COPY api ./api
RUN python -m pip --python /opt/build/bin/python wheel --no-deps --no-build-isolation --wheel-dir /opt/dist . \
    && python -m pip --python /opt/hilltop/bin/python install --no-deps --no-index /opt/dist/*.whl

FROM python:3.11-slim
COPY --from=builder /opt/hilltop /opt/hilltop
# A number, not a name: a cluster that refuses root can tell only from a number.
RUN mkdir /data && chown 10001:10001 /data
# Nothing is written outside /tmp and /data, so the root filesystem may be read-only. PYTHONSAFEPATH keeps a folder called
# models in the working directory from standing in for the package.
ENV PATH=/opt/hilltop/bin:$PATH \
    HOME=/tmp \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONSAFEPATH=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /data
VOLUME ["/tmp"]
HEALTHCHECK --interval=30s --timeout=20s --start-period=10s --retries=3 CMD ["hilltop", "version"]
ENTRYPOINT ["hilltop"]
CMD ["--help"]
