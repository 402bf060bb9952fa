using Amazon.CDK;

var app = new App();
var stack = new Stack(app, "Orders");
Tasks.AddReport(stack);
Tasks.AddMail(stack);
app.Synth();
