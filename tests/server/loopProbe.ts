// Loaded into a server before its own modules: tells how much its thread has worked between two turns of its loop.
let [most, used] = [0, workOf()]

const turn = setInterval(() => {
  const now = workOf()
  most = Math.max(most, now - used)
  used = now
}, 5)
turn.unref()

process.on('message', () => {
  process.send!({ most })
  most = 0
})
process.channel?.unref()

/** Milliseconds of processor that this thread has used. */
function workOf(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
