/** Ordinates as .NET Framework writes a double that must read back ("R"): 15 digits when they do, else 17. */

export function ordinateText(value: number): string {
  if (value === 0) return '0';
  const short = value.toExponential(14);
  const digits = Number(short) === value ? 15 : 17;
  const [mantissa = '', exponent = '0'] = (digits === 15 ? short : value.toExponential(16)).split('e');
  const negative = mantissa.startsWith('-');
  const significant = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  return (negative ? '-' : '') + placed(significant, Number(exponent), digits);
}

function placed(digits: string, exponent: number, precision: number): string {
  if (exponent >= precision || exponent < -4) return scientific(digits, exponent);
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function scientific(digits: string, exponent: number): string {
  const fraction = digits.slice(1);
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits[0]}${fraction === '' ? '' : `.${fraction}`}E${exponent < 0 ? '-' : '+'}${power}`;
}
