import type { ReadingStep } from './factsReading.ts'
import type { ReadingOptions } from './readFacts.ts'

/** Runs step by step: after each step it reports progress and yields to other tasks, so that a long file blocks neither a screen nor a server. */
export async function runSteps<R>(
  steps: Generator<ReadingStep, R>,
  { onProgress }: ReadingOptions,
): Promise<R> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    onProgress?.(step.value.done, step.value.total)
    await new Promise(resolve => setTimeout(resolve, 0))
  }
}
