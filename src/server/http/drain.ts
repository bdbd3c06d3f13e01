import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Prepares a server for its end. The function it answers takes no new connection, closes those on which no request is
 * under way (also those a browser opened ahead and never used), lets requests under way be answered, and resolves when
 * all are; what is left after `limit` milliseconds is cut.
 */
export function createDrain(server: Server): (limit: number) => Promise<void> {
  const requestsOn = new Map<Socket, number>();
  let ending = false;
  const count = (socket: Socket, change: number) => {
    const left = (requestsOn.get(socket) ?? 0) + change;
    if (!socket.destroyed) requestsOn.set(socket, left);
    if (ending && left === 0) socket.destroySoon();
  };
  server.on('connection', (socket) => {
    requestsOn.set(socket, 0);
    socket.once('close', () => requestsOn.delete(socket));
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });

  return (limit) =>
    new Promise((resolve) => {
      ending = true;
      const late = setTimeout(() => server.closeAllConnections(), limit);
      server.close(() => {
        clearTimeout(late);
        resolve();
      });
      for (const [socket, underWay] of requestsOn) if (underWay === 0) socket.destroySoon();
    });
}
