/**
 * LINE's HTTP API, at the root of the host because LINE's own client libraries drop path prefixes; one port serves what
 * LINE divides between api.line.me and api-data.line.me. Each request passes the {@link jp.anpi.simulator.api.Gate},
 * which knows about tokens, sizes, faults and the log; each endpoint knows one thing of
 * https://developers.line.biz/en/reference/messaging-api/ and answers it as documented there.
 */
package jp.anpi.simulator.api;
