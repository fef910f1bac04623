import { beforeEach } from 'vitest'

/** Makes the tests of this file or block the steps of one way: after the first that fails the others are left out, for they would start where it did not come to. */
export function stepsOfOneWay(): void {
  let failed = false
  beforeEach(({ onTestFailed, skip }) => {
    if (failed) skip('an earlier step failed')
    onTestFailed(() => void (failed = true))
  })
}
