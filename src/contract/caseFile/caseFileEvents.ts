/** Chinese sentences for the events of case files. */
export const caseFileEvents = {
  caseFileMade: ({ number }: { number: number }) => `制作第${number}次封存的案卷`,
}
