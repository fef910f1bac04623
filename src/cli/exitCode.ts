/** 退出码: 0 done and nothing to object to; 1 the answer is no (faults, refused rows, differences); 2 wrong usage or a file that cannot be read or written. */
export type ExitCode = 0 | 1 | 2

/** 退出码说明, as help pages show it. */
export const EXIT_CODES = `退出码：
  0  完成，没有问题
  1  有问题：方案有毛病、有行被拒绝、结果对不上
  2  用法有误，或文件读不了、写不了`
