import type { AppContext } from '../../../platform/appContext.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import { isDatabaseAway } from '../../../platform/database/isDatabaseAway.ts'
import { isDiskFull } from '../../../platform/database/isDiskFull.ts'

/** What work of voters needs of the server. */
type VoteContext = Pick<AppContext, 'db' | 'now'>

interface Waiting<I, A> {
  readonly item: I
  readonly resolve: (answer: A) => void
  readonly reject: (error: unknown) => void
}

/** After so many turns of the event loop without a new item, what is there is done. */
const IDLE_TURNS = 8

/**
 * Does work for many voters at once, at most `most`: what arrives while a group is being worked on waits for
 * the next. Returns a function that takes one item and gives its answer, with one queue a database.
 */
export function inGroups<I, A>(
  most: number,
  work: (context: VoteContext, items: readonly I[]) => Promise<readonly A[]>,
): (context: VoteContext, item: I) => Promise<A> {
  const queues = new WeakMap<Database, GroupQueue<I, A>>()
  return (context, item) => {
    let queue = queues.get(context.db)
    if (queue === undefined)
      queues.set(context.db, (queue = new GroupQueue(most, items => work(context, items))))
    return queue.ask(item)
  }
}

class GroupQueue<I, A> {
  readonly #most: number
  readonly #work: (items: readonly I[]) => Promise<readonly A[]>
  #waiting: Waiting<I, A>[] = []
  #isBusy = false

  constructor(most: number, work: (items: readonly I[]) => Promise<readonly A[]>) {
    this.#most = most
    this.#work = work
  }

  ask(item: I): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#isBusy) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#isBusy = true
    while (this.#waiting.length > 0) {
      await this.#gather()
      await this.#settle(this.#waiting.splice(0, this.#most))
    }
    this.#isBusy = false
  }

  /** Waits while turns of the event loop bring more: a turn accepts one connection, and writing holds up the loop. */
  async #gather(): Promise<void> {
    let seen = 0
    for (let idle = 0; idle < IDLE_TURNS && this.#waiting.length < this.#most; idle++) {
      if (this.#waiting.length > seen) idle = 0
      seen = this.#waiting.length
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  /** Works on a group. One that the database refuses is done by halves, so that only a faulty item fails. */
  async #settle(group: readonly Waiting<I, A>[]): Promise<void> {
    try {
      const answers = await this.#work(group.map(({ item }) => item))
      for (const [at, { resolve }] of group.entries()) resolve(answers[at]!)
    } catch (error) {
      if (group.length > 1 && !isDatabaseAway(error) && !isDiskFull(error)) {
        const half = Math.ceil(group.length / 2)
        await this.#settle(group.slice(0, half))
        await this.#settle(group.slice(half))
      } else for (const { reject } of group) reject(error)
    }
  }
}
