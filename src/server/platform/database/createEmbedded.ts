import { DurableNodeFs } from './durableNodeFs.ts'
import { startPglite } from './startPglite.ts'

// A process of its own: creates a database in a folder and ends. It says nothing but why it failed.
try {
  const { client } = await startPglite(new DurableNodeFs(process.argv[2]!), true)
  await client.close()
  process.exit(0)
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error), () => process.exit(1))
}
