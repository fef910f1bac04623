import type { ReadingStep } from './factsReading.ts'
import type { ReadingOptions } from './readFacts.ts'

/** 逐步执行: after each step the progress is told and others get their turn, so that a long file neither freezes a screen nor a server. */
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
