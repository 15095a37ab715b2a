/**
 * A LINE platform for demonstrations and tests, with phones that can be watched and pressed. It is no part of the
 * product: the product is pointed at it and cannot tell the difference.
 *
 * <p>Start with {@link jp.anpi.simulator.LineSimulator}. What is emulated follows LINE's own documentation
 * (https://developers.line.biz/en/reference/messaging-api/); each package names the pages it is built from.
 */
package jp.anpi.simulator;
