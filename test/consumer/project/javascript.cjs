// A program without a compiler.
const { isBatchStatus, parseBatchStatus } = require("openai-batch-types");

console.log(JSON.stringify([isBatchStatus("failed"), parseBatchStatus('"expired"')]));
