// Prints a line of JSON for each finding that is worse than an information, for each file that is an argument.
import { createRequire } from "node:module";

const [modules, ...files] = process.argv.slice(2);
const { CelEngine, TemplateFile } = createRequire(`${modules}/`)("@aws/cloudformation-validate");
const engine = new CelEngine();
for (const file of files) {
  for (const finding of engine.validateStandard(new TemplateFile(file), { severityLevel: "WARN" }).diagnostics) {
    console.log(`${file}: ${finding.severity} ${finding.ruleId} ${finding.message}`);
  }
}
