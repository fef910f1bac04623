// A bare fastify, the yardstick: one route, no sign-in, no trail, no database. It tells its address once it listens.
import fastify from 'fastify'

const app = fastify()
app.get('/api/health', () => ({ alive: true }))
process.stdout.write(await app.listen({ port: 0, host: '127.0.0.1' }))
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
