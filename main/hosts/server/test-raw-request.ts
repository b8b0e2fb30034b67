import { connect } from 'node:net';

/**
 * What a server answers to bytes as they are, for tests: Node's own client would refuse to send most
 * of what a stranger can. Ends with the connection, which the server closes where the bytes ask for
 * that, else when nothing more came for a while; the first answer may take longer on a busy machine.
 */
export function sendRaw(address: string, bytes: string, waitMs = 250): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    socket.setTimeout(10 * waitMs, () => socket.destroy());
    socket.on('data', (part) => {
      answer += part.toString('latin1');
      socket.setTimeout(waitMs);
    });
    socket.on('error', (error) => (answer === '' ? reject(error) : undefined));
    socket.on('close', () => resolve(answer));
  });
}

/** Status lines of all answers on a connection. */
export const statusesOf = (answer: string): number[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
