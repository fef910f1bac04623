// The server as users start it, but for passwords hashed in no time: 2,000 people have signed in that morning, not in this minute.
import { createHash, randomUUID } from 'node:crypto'
import { scryptHashing } from '../../src/server/office/accounts/hashing.ts'
import { readSettings } from '../../src/server/readSettings.ts'
import { startServer } from '../../src/server/startServer.ts'

const hash = async (password: string) => createHash('sha256').update(password).digest('hex')
const running = await startServer(readSettings(process.argv.slice(2), process.env)!, {
  now: () => new Date(),
  newId: randomUUID,
  env: process.env,
  say: text => void process.stdout.write(`${text}\n`),
  log: line => void process.stderr.write(`${line}\n`),
  hashing: {
    hash,
    // The demo accounts of a folder that the server itself has filled.
    verify: async check =>
      check.hash.includes(':') ? scryptHashing.verify(check) : check.hash === (await hash(check.password)),
  },
})
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)))
