import { printDay } from '../../../domain/kernel/calendar.ts'

/** Prints the office time of an appointment: `2018-12-21T19:30` as 2018年12月21日 19:30. */
export function printAppointment(at: string): string {
  return `${printDay(at.slice(0, 10))} ${at.slice(11, 16)}`
}
