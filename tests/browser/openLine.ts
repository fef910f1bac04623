import { connect, createServer, type AddressInfo } from 'node:net'

/** A line from an address of the machine's own network to a server on its loopback. */
export interface Line {
  readonly address: string
  stop(): Promise<void>
}

/** Opens one on a host. */
export async function openLine(host: string, server: string): Promise<Line> {
  const { port } = new URL(server)
  const line = createServer(phone => {
    const on = connect(Number(port), '127.0.0.1')
    phone.pipe(on)
    on.pipe(phone)
    phone.on('error', () => on.destroy())
    on.on('error', () => phone.destroy())
  })
  await new Promise<void>(resolve => line.listen(0, host === 'hall.test' ? '127.0.0.1' : host, resolve))
  return {
    address: `http://${host}:${(line.address() as AddressInfo).port}`,
    stop: () => new Promise(resolve => line.close(() => resolve())),
  }
}
