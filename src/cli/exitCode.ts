/** Exit codes: 0 done without objections; 1 the answer is no (faults, refused rows, differences); 2 usage error, or a file that cannot be read or written. */
export type ExitCode = 0 | 1 | 2

/** Explanation of the exit codes, as shown on help pages. */
export const EXIT_CODES = `退出码：
  0  完成，没有问题
  1  有问题：方案有毛病、有行被拒绝、结果对不上
  2  用法有误，或文件读不了、写不了`
