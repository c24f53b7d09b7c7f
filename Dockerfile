# Kontor as a container: one binary, one volume, no root.
#
#   docker build -t kontor .
#   docker run -d -p 8080:8080 -v kontor:/data -e KONTOR_DOMAIN=cases.example.org kontor
#
# TLS is the business of the web server in front. Without a domain an instance is for one machine
# only, so a container, which others reach, refuses to start without one.

FROM rust:1.95.0-slim-bookworm AS build
ARG PROFILE=release
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    cargo install --locked --no-track --path . --profile "$PROFILE" --bin kontor --root /out

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin kontor \
    && install -d -o kontor -g kontor -m 750 /data
COPY --from=build /out/bin/kontor /usr/local/bin/kontor
ENV KONTOR_DATA_DIR=/data KONTOR_BIND=0.0.0.0
# A number, so that an orchestrator can see that it is not root.
USER 10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["kontor", "health"]
ENTRYPOINT ["kontor"]
CMD ["serve"]
