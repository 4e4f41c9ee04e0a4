const {createHash:to}=process.getBuiltinModule("node:crypto");import{a as Ae,b as Ne}from"./chunk-2BXGWYMX.js";import{$ha as Te,$hb as De,$hd as _e}from"./chunk-verify.js";import{$2a as Ee}from"./chunk-verify.js";import{$qa as Ce}from"./chunk-verify.js";import"./chunk-verify.js";import{$ra as Me,$rb as Pe,$rc as Oe}from"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import{a as $e}from"./chunk-EE6ROOHZ.js";import{$7a as we}from"./chunk-cli-and-verify.js";import{$ca as ye}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$na as he}from"./chunk-gate-and-evidence-and-cli.js";import{$7a as fe}from"./chunk-evidence.js";import{$ca as ge}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$9a as L}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import{$6b as be}from"./chunk-evidence.js";import"./chunk-evidence.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$4a as ce}from"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence-and-cli.js";import"./chunk-of-all.js";import{$0b as P}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import{$6b as ke}from"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$0a as xe,$0b as Se}from"./chunk-threads.js";import{$ec as Re}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$5b as ue}from"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$7a as ve}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$9c as j}from"./chunk-of-all.js";import"./chunk-of-all.js";import{$4p as pe,$4q as me}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$0a as T}from"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$3a as B,$3e as de}from"./chunk-of-all.js";import{$ga as se,$gb as le}from"./chunk-of-all.js";import"./chunk-of-all.js";function W({signedBy:e,byRunKey:t,platform:r}){return{signature:e.length===0?{kind:"unchecked"}:{kind:t?"run":"lasting",keys:e},platform:Kt(r)}}function Kt(e){switch(e.kind){case"none":return{kind:"none"};case"verified":{let{claims:t}=e;return{kind:"verified",repository:t.repository_id,workflow:t.job_workflow_ref,workflowCommit:t.job_workflow_sha,event:t.event_name,runner:t.runner_environment,run:t.run_id,attempt:t.run_attempt}}case"countersigned":{let{claims:t}=e;return{kind:"countersigned",repository:t.repository_id,workflowCommit:t.job_workflow_sha,event:t.event_name,runner:t.runner_environment,run:t.run_id,attempt:t.run_attempt}}case"unverified":case"absent":case"wrong":case"unreadable":return{kind:"unverified",why:xe(e)}}}function w(e){return t=>t.record.kind===e}function b({placed:e,record:t}){return t.kind==="unrecognised"?e.storedAt:Date.parse(t.evidence.event_time)}function D({placed:e,slotDigest:t}){let{stream:r,name:o,digest:n,slot:a,position:s}=e,{signature:l,platform:d}=W(e);return{record:n,key:pe(r,o),stream:r,slot:a,position:s,slotDigest:t,signature:l,platform:d}}function qe(e){let{record:t}=e;return t.kind==="unrecognised"?{kind:`not recognised: ${t.predicateType}`,at:b(e),outcome:null,proof:D(e)}:{kind:t.kind,at:b(e),outcome:Ft[t.evidence.outcome],proof:D(e)}}var Ft={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function Ie(e){return e.flatMap(({change:r,evidence:o})=>o.filter(w("change.approval")).flatMap(({record:n})=>n.details.approvals.map(({id:a,roles:s,state:l,at:d,commit:c,counted:p})=>({person:a,roles:s,state:`${Vt[l]}${l==="approved"&&!p?", did not count":""}`,counted:p,at:Date.parse(d),commit:c,change:{title:r.title,anchor:r.anchor}})))).sort((r,o)=>r.at-o.at)}var Vt={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};function _(e,t){let r=new Map;for(let o of e){let n=t(o),a=r.get(n);a===void 0?r.set(n,[o]):a.push(o)}return r}function Be(e){let t=new Set(e.filter(w("policy.decision")).flatMap(Y)),r=e.flatMap((n,a)=>zt(n).map(s=>({tie:s,entry:n,index:a}))),o=_(r,({tie:n})=>n);return n=>{let a=Ut(n).flatMap(l=>o.get(l)??[]);return[...new Map(a.map(({entry:l,index:d})=>[d,l]))].sort(([l],[d])=>l-d).flatMap(([,l])=>Ht(l,n,t)?[l]:[])}}function zt({placed:e,record:t}){if(t.kind==="unrecognised"||t.kind==="policy.decision")return[e.digest];let r=t.kind==="sbom"?t.details.built_from?.commit:void 0,o=t.kind==="deployment"||t.kind==="change.merged"?t.details.decision:null;return[e.digest,...r===void 0?[]:[r],...o===null?[]:[`of ${o}`],je(t)]}function Ut(e){let{placed:t,record:r}=e,{head:o,landed:n}=r.details.subject;return[t.digest,`of ${t.digest}`,...Y(e),o,...n===null?[]:[n],je(r)]}var je=({evidence:e})=>`run ${e.run_id} ${e.run_attempt}`,Y=({record:e})=>e.evidence.related.filter(({rel:t})=>t==="fact").map(({digest:t})=>t);function Ht({placed:e,record:t},r,o){let{placed:n,record:a}=r;if(e.digest===n.digest)return!0;if(t.kind==="unrecognised"||e.stream!==n.stream||t.kind==="policy.decision")return!1;if(o.has(e.digest))return Y(r).includes(e.digest);let{head:s,landed:l}=a.details.subject;if(t.kind==="sbom"&&[s,l].includes(t.details.built_from?.commit??""))return a.details.decision==="allow";if((t.kind==="deployment"||t.kind==="change.merged")&&t.details.decision===n.digest)return!0;let{run_id:d,run_attempt:c}=t.evidence;return d!==null&&d===a.evidence.run_id&&c===a.evidence.run_attempt}var Le={pull_request:"Pull request",merge_group:"Merge group",push:"Push",deployment:"Deployment"};function We(e){let t=_(e,Gt);return new Map([...t.values()].flatMap(r=>r.map((o,n)=>[o,Yt(o,n,r.length)])))}function Gt({record:e}){let{kind:t,repository:r,number:o,head:n}=e.details.subject;return JSON.stringify([t,r,o??n])}function Yt({record:e},t,r){let{kind:o,number:n}=e.details.subject,a=n===null?Le[o]:`${Le[o]} ${n}`;return r<2?a:`${a}, decision ${t+1} of ${r}`}var O=({sha256:e,length:t})=>`[text ${de(e).slice(0,12)}, ${t} bytes]`;function Ke({environment:e}){if(e===null)return null;let{name:t,approvals:r}=e;return{name:typeof t=="string"?t:O(t),requiredReviewers:e.required_reviewers,preventSelfReview:e.prevent_self_review,adminsBypass:e.admins_bypass,waitMinutes:e.wait_minutes,branches:e.branches,approvals:r.known?j(r.value.map(Jt)):r,decision:e.decision,deployer:e.deployer,triggeredBy:e.triggered_by}}var Jt=({id:e,state:t,not_before:r,not_after:o})=>({person:e,state:t,after:Date.parse(r),before:Date.parse(o)});function Fe(e,t){return Object.fromEntries(Object.entries(e).map(([r,o])=>[r,Xt(o,t)]))}function Xt(e,t){return typeof e=="string"?t.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:O(e)}function ze(e){let t=e.find(w("change.approval"));if(t===void 0)return null;let{approvals:r,required:o,threads:n,tickets:a,checks:s}=t.record.details;return{counted:r.filter(({counted:l})=>l).length,asked:{minimum:o.minimum,roles:o.roles},class:o.class,elevated:o.elevated,threads:n,tickets:Ve(a,l=>l.map(O)),checks:Ve(s,l=>l.map(({name:d,app_id:c,workflow:p,commit:m,conclusion:y,attempt:S})=>({name:O(d),app:c,workflow:p===null?null:O(p),commit:m,conclusion:y,attempt:S})))}}var Ve=(e,t)=>e.known?j(t(e.value)):e;function He(e,t,r){let o=e.filter(w("policy.decision")),n=We(o),a=Be(t);return o.map((s,l)=>{let d=a(s),c=Zt(s,{anchor:`change-${l+1}`,title:n.get(s)??""},d,r);return{decided:s,evidence:d,change:c}})}function Zt(e,t,r,o){let{details:n,evidence:a}=e.record;return{...t,commit:n.subject.head,base:n.subject.base,decidedAt:b(e),outcome:n.provisional?"provisional":n.decision,cause:n.cause,error:n.error===null?null:n.error.code,facts:a.facts,rules:n.rules.map(s=>er(s,e,o)).sort(Qt),review:ze(r),environment:Ke(n),evidence:r.map(qe),retentionYears:n.configuration.retention_years,policy:n.policy.sha256,input:n.input.sha256}}var Ue=["fail","unknown","waived","pass","not_applicable"],Qt=(e,t)=>Ue.indexOf(e.status)-Ue.indexOf(t.status);function er(e,{record:t},r){let{id:o,status:n,mode:a,exception:s,controls:l,reasons:d}=e,c=new Map(t.details.people.map(m=>[m.label,tr(m.id)])),p=t.details.waivers.find(m=>m.exception===s&&m.rule===o);return{id:o,title:r.rules.find(m=>m.id===o)?.title??"a rule of an older or newer policy",status:n,mode:a,controls:l,reasons:d.map(({code:m,params:y})=>he(r,o,{code:m,params:Fe(y,c)})),exception:s===null||p===void 0?s:`${s}, ${T(p.days_left,"day")} left`}}var tr=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function Ge(e,t){let r=e.flatMap(n=>n.rules.flatMap(a=>a.controls.map(s=>({id:s,rule:a}))));return[...new Set(r.map(({id:n})=>n))].filter(n=>t===null||n===t).sort(or).map(n=>{let a=r.filter(l=>l.id===n).map(({rule:l})=>l),s=l=>a.filter(d=>d.status===l).length;return{control:n,title:L(n)?.title??null,rules:[...new Set(a.map(l=>l.id))].sort(),passed:s("pass"),failed:s("fail"),waived:s("waived"),unknown:s("unknown"),notApplicable:s("not_applicable")}})}var rr=new Intl.Collator("en",{numeric:!0}),or=(e,t)=>rr.compare(e,t);function Ye(e,t){let r=new Map([...t].reverse().map(({decided:n,change:a})=>[n.placed.digest,a.anchor]));return e.flatMap(n=>w("change.merged")(n)?[nr(n,r)]:w("change.bypass")(n)?[ir(n)]:[]).sort((n,a)=>n.at-a.at).map((n,a)=>({...n,anchor:`landing-${a+1}`}))}function nr(e,t){let{commit:r,method:o,pull_request:n,decision:a,pushed_by:s}=e.record.details;return{...Je(e),commit:r,state:"merged",how:ar[o],pullRequest:n,change:t.get(a)??null,exception:null,pushedBy:s}}function ir(e){let{commit:t,state:r,reason:o,exception:n,pull_request:a,pushed_by:s}=e.record.details;return{...Je(e),commit:t,state:r,how:J(o),pullRequest:a,change:null,exception:n,pushedBy:s}}var Je=e=>({at:b(e),facts:e.record.evidence.facts,proof:D(e)}),ar={"squash-or-rebase":"squashed or rebased, one commit",rebase:"rebased",merge:"merge commit","merge-group":"merge queue"},J=e=>sr.get(e)??`${e}, a reason of another version`,sr=new Map(Object.entries({...Ae,...Ne}));function Xe(e,t){let r=new Map([...t].reverse().map(({proof:o,anchor:n})=>[o.record,n]));return e.filter(w("change.bypass")).map(o=>lr(o,r.get(o.placed.digest)??null))}function lr(e,t){let{evidence:r,details:o}=e.record,{commit:n,reason:a,state:s,exception:l,pull_request:d,pushed_by:c}=o,p=d===null?`Commit ${n.slice(0,12)}`:`Pull request ${d}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${l} covers a bypass: ${p}`:`${p} ${dr[s]}`,details:[`${a}: ${J(a)}`,`commit ${n}, tree ${o.tree}`,...o.expected_tree===null?[]:[`expected tree ${o.expected_tree}`],...c===null?[]:[`pushed by ${c}`]],at:b(e),controls:r.control_refs.map(m=>m.slice(m.indexOf("/")+1)),anchor:t}}var dr={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"};function Ze(e,t,r){let o=pr(t);return e.filter(w("run.intent")).flatMap(n=>cr(n,o,r))}function cr(e,t,r){let{run:o,attempt:n,head:a,expected_kinds:s,deadline:l}=e.record.details;if(Date.parse(l)>r)return[];let d=t.get(Qe(o,n)),c=Se(s).filter(p=>d?.has(p)!==!0);return c.length===0?[]:[{kind:"missing-result",title:`Run ${o}, attempt ${n}, announced what it never wrote`,details:[`missing: ${c.join(", ")}`,`commit ${a}`],at:b(e),controls:[],anchor:null}]}function pr(e){let t=new Map;for(let{record:r}of e){if(r.kind==="unrecognised"||r.evidence.run_id===null)continue;let o=Qe(r.evidence.run_id,r.evidence.run_attempt);t.set(o,(t.get(o)??new Set).add(r.kind))}return t}var Qe=(e,t)=>`${e} ${t}`;function et(e){let t=e.filter(({platform:{kind:o}})=>o!=="verified"&&o!=="countersigned");if(t.length===0||t.length===e.length)return[];let r=t.reduce((o,{records:n})=>o+n,0);return[{kind:"unsigned-by-platform",title:`${r} ${r===1?"record is":"records are"} unsigned by the platform, beside others that it vouches for`,details:t.map(({platform:o,records:n})=>`${n}: ${o.kind==="unverified"?o.why:mr}`),at:null,controls:[],anchor:"writers"}]}var mr="the record says itself that no platform vouches for it";var ur=["verification","bypass","error","denied","deployment","exception-expired","missing-result","exception-used","warned","unsigned-by-platform","unrecognised","facts-given"];function tt({verification:e,changes:t,landings:r,writers:o,shown:n,all:a,until:s}){let l=[...e.findings.filter(fr).map(gr),...Xe(n,r),...t.flatMap(hr),...n.filter(w("deployment")).flatMap(yr),...Ze(n,a,s),...et(o),...vr(n),...br(n)],d=c=>ur.indexOf(c.kind);return l.sort((c,p)=>d(c)-d(p)||(c.at??1/0)-(p.at??1/0))}var fr=({kind:e})=>e!=="pending"&&e!=="duplicate"&&e!=="unanswered";function gr(e){let{kind:t,key:r,detail:o,acknowledged:n}=e;return{kind:"verification",title:`${t}: ${Ce(e)}`,details:[o,r,...n===null?[]:[`acknowledged: ${n.reason}`]],at:null,controls:[],anchor:null}}function hr({change:e,decided:t}){let r={at:e.decidedAt,anchor:e.anchor},o=e.rules.filter(({status:l})=>P(l)),n=o.filter(({mode:l})=>l==="enforce"),a=o.filter(({mode:l})=>l!=="enforce"),s=e.rules.filter(({id:l,status:d})=>l==="exceptions.validity"&&d==="fail");return[...e.outcome==="deny"?[{...r,kind:e.cause==="error"?"error":"denied",title:e.title,...X(n,e.error)}]:[],...s.length===0?[]:[{...r,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...X(s)}],...a.length===0?[]:[{...r,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...X(a)}],...t.record.details.waivers.map(({exception:l,rule:d,days_left:c})=>({...r,kind:"exception-used",title:`${l} waives ${d}`,details:[`used for ${e.title}; ${c} ${c===1?"day was":"days were"} left`],controls:e.rules.find(({id:p})=>p===d)?.controls??[]}))]}function X(e,t=null){return{details:[...t===null?[]:[t],...e.flatMap(({id:r,status:o,reasons:n})=>(n.length===0?[o]:n).map(a=>`${r}: ${a}`))],controls:[...new Set(e.flatMap(({controls:r})=>r))]}}function yr(e){let{environment:t,digest:r,status:o}=e.record.details;return o!=="refused"&&o!=="failed"&&o!=="cancelled"?[]:[{kind:o==="refused"?"denied":"deployment",title:`Deployment to ${t} ${o}`,details:[r],at:b(e),controls:[],anchor:null}]}function vr(e){let t=e.filter(w("unrecognised"));if(t.length===0)return[];let r=[...new Set(t.map(({record:n})=>n.predicateType))];return[{kind:"unrecognised",title:`${t.length} ${t.length===1?"record":"records"} of a kind that this version cannot read`,details:r,at:null,controls:[],anchor:null}]}function br(e){let t=e.filter(({record:o})=>o.kind!=="unrecognised"&&o.evidence.facts==="given").length;return t===0?[]:[{kind:"facts-given",title:`${t} ${t===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var wr="artifact",kr={cyclonedx:"CycloneDX",spdx:"SPDX"};function rt(e,t){let r=_(e.filter(w("sbom")),({record:s})=>s.details.artifact),o=e.filter(w("deployment")).sort((s,l)=>b(s)-b(l)),n=_(o,({record:s})=>s.details.digest),a=Rr(t);return[...new Set([...r.keys(),...n.keys()])].map((s,l)=>{let d=r.get(s)??[],c=n.get(s)??[],p=[...d,...c].flatMap(({record:m})=>m.subject.flatMap(({name:y})=>y===void 0||y===wr?[]:[y]));return{anchor:`image-${l+1}`,digest:s,names:[...new Set(p)],sboms:d.map(m=>{let{format:y,format_version:S,component_count:E,document:N}=m.record.details;return{format:`${kr[y]} ${S}`,components:E,document:N,at:b(m),proof:D(m)}}),commits:$r(d,a),deployments:c.map(m=>{let{environment:y,status:S}=m.record.details;return{environment:y,outcome:S,at:b(m),proof:D(m)}})}})}function $r(e,t){return[...new Map(e.flatMap(({record:o})=>o.details.built_from===null?[]:[[o.details.built_from.commit,o.details.built_from.claimed_by]]))].map(([o,n])=>({commit:o,saidBy:`claimed by ${n}`,change:t.get(o)??null}))}function Rr(e){return new Map(e.flatMap(({change:t,decided:r})=>{let{head:o,landed:n}=r.record.details.subject;return t.outcome!=="allow"?[]:[o,n].flatMap(a=>a===null?[]:[[a,t.anchor]])}))}function it(e){let t=new Map;for(let r of e){let{signature:o,platform:n}=W(r.placed),a={platform:Sr(n),signature:o.kind},s=JSON.stringify(a),l=t.get(s)??{...a,runs:[],records:0},d=Mr(r,n);d!==null&&!l.runs.includes(d)&&l.runs.push(d),l.records+=1,t.set(s,l)}return[...t.values()].sort((r,o)=>ot(r)-ot(o)||o.records-r.records)}var xr=["verified","countersigned","unverified","none"],ot=({platform:e})=>xr.indexOf(e.kind);function Sr(e){if(e.kind==="countersigned"){let{kind:l,repository:d,workflowCommit:c,event:p,runner:m}=e;return{kind:l,repository:d,workflowCommit:c,event:p,runner:m}}if(e.kind!=="verified")return e;let{kind:t,repository:r,workflow:o,workflowCommit:n,event:a,runner:s}=e;return{kind:t,repository:r,workflow:o,workflowCommit:n,event:a,runner:s}}function Mr({record:e},t){return t.kind==="verified"||t.kind==="countersigned"?nt(t):e.kind==="unrecognised"||e.evidence.run_id===null?null:nt({run:e.evidence.run_id,attempt:String(e.evidence.run_attempt??1)})}var nt=({run:e,attempt:t})=>t==="1"?e:`${e}, attempt ${t}`;function lt(e,t,r,{control:o,stream:n,from:a,to:s}={},l={locked:null,again:[]}){let d=e.filter(v=>b(v)>=(a??-1/0)&&b(v)<(s??1/0)),c=He(d,e,r),p=o===void 0?c:c.flatMap(v=>Pr(v,o)),m=new Set(p.flatMap(({evidence:v})=>v.map(({placed:I})=>I.digest))),y=o===void 0?d:d.filter(v=>Or(v,o,m)),S=y.map(b),E=Ie(p),N=Ye(y,p),G=it(y),jt={ledger:t.ledger,assurance:t.assurance,streams:t.streams.map(({stream:v})=>v),control:o??null,stream:n??null,asked:{from:a??null,to:s??null},covered:S.length===0?null:{from:S.reduce(Cr),to:S.reduce(st)},recordsShown:y.length,recordsInLedger:e.length,facts:{read:at(y,"read"),given:at(y,"given")},notRetained:[...new Set(y.flatMap(({record:v})=>fe(v)??[]))],vouchedFor:G.reduce((v,{platform:I,records:Wt})=>v+(I.kind==="verified"||I.kind==="countersigned"?Wt:0),0)},Lt=Math.min(s??1/0,e.map(b).reduce(st,0));return{scope:jt,verification:{...Tr(t),...l},deviations:tt({verification:t,changes:p,landings:N,writers:G,shown:y,all:e,until:Lt}),changes:p.map(({change:v})=>v),landings:N,images:rt(y,p),approvals:E,coverage:Ge(p.map(({change:v})=>v),o??null),writers:G,people:new Set(E.filter(({counted:v})=>v).map(({person:v})=>v)).size}}function Pr(e,t){let r=e.change.rules.filter(({controls:o})=>o.includes(t));return r.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:r}}]}function Or({placed:e,record:t},r,o){return o.has(e.digest)?!0:t.kind!=="unrecognised"&&t.evidence.control_refs.some(n=>n.endsWith(`/${r}`))}var at=(e,t)=>e.filter(({record:r})=>r.kind!=="unrecognised"&&r.evidence.facts===t).length,Cr=(e,t)=>Math.min(e,t),st=(e,t)=>Math.max(e,t),Er={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function Tr({outcome:e,trust:t,receipts:r,order:o,streams:n,findings:a}){return{outcome:t.kind==="none"&&e==="allow"?"consistent":Te(a)&&e==="tampered"?"short":Er[e],trusted:t.kind!=="none",receipts:r,trust:Re(t),order:o,streams:n.map(s=>({stream:s.stream,slots:s.slots,records:s.verified+s.consistent,newest:s.newest===null?null:Date.parse(s.newest),states:ve.filter(l=>s[l]>0).map(l=>`${s[l]} ${l}`)}))}}function dt(e){return e.replace(Dr,t=>_r[t]??`\\u{${(t.codePointAt(0)??0).toString(16)}}`)}var Dr=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,_r={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var q=class{text;constructor(t){this.text=t}};function i(e,...t){return new q(e.reduce((r,o,n)=>r+ct(t[n-1]??null)+o))}function ct(e){return e===null?"":e instanceof q?e.text:typeof e=="object"?e.map(ct).join(""):dt(String(e))}var k=e=>i`<code class="whole">${e}</code>`;function $(e){let t=e.slice(e.indexOf(":")+1);return t.length<=12?i`<code>${t}</code>`:i`<code title="${e}">${t.slice(0,12)}</code>`}var C=e=>e.startsWith("person:")?$(e):i`<code>${e}</code>`;function R(e,t,r){return i`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${t.map(o=>i`<th role="columnheader" scope="col" ${Z(o)}>${o.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${r.map(o=>i`<tr role="row">
            ${t.map(n=>Ar(n,o))}
          </tr> `)}
    </tbody>
  </table>`}function Ar(e,t){let r=e.head,o=i`<span class="value">${e.cell(t)}</span>`;return e.names===!0?i`<th role="rowheader" scope="row" data-label="${r}" ${Z(e)}>${o}</th>`:i`<td role="cell" data-label="${r}" ${Z(e)}>${o}</td>`}var Z=e=>e.numeric===!0?i` class="number"`:null;function h(e){return i`<time datetime="${new Date(e).toISOString()}">${ye(e)}</time>`}function x({id:e,title:t,lead:r,body:o}){return i`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="lead">${r}</p>
    ${o}
  </section> `}function pt({approvals:e}){return x({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":'People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only: "proofrail person show" takes what stands here.',body:e.length===0?null:R("Approvals, in order of time",Nr,e)})}var Nr=[{head:"Person",names:!0,cell:e=>C(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>h(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":$(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:i`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function f(e,t,r=`${t}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?t:r}`}var u=(e,t)=>i`<div>
    <dt>${e}</dt>
    <dd>${t}</dd>
  </div>`;var M=(e,t)=>e.known?t(e.value):i`<span class="absent">not known: ${qr[e.why]}</span>`,qr={absent:"there was nothing to read",forbidden:"the token was not allowed to read it",truncated:"the platform did not give all of it",moved:"it changed while it was read",producer:"it is not known who made it",pending:"it had not come yet",stale:"it was about something older",unusable:"what was read could not be used"};function mt(e){let{name:t,approvals:r}=e;return i`<details>
    <summary>Environment: ${t}</summary>
    <dl class="facts">
      ${u("Reviewers",M(e.requiredReviewers,o=>`${f(o,"reviewer")} required`))}
      ${u("Self-review",M(e.preventSelfReview,o=>o?"prevented":"possible"))}
      ${u("Admins",M(e.adminsBypass,o=>o?"can bypass the protection":"cannot bypass the protection"))}
      ${u("Waiting",M(e.waitMinutes,o=>f(o,"minute")))}
      ${u("Branches",M(e.branches,o=>Ir[o]??o))}
      ${u("Gate before",M(e.decision,({conclusion:o,commit:n,run:a})=>i`${o} on ${$(n)}, run ${a}`))}
      ${u("Deployer",M(e.deployer,C))}
      ${u("Started by",M(e.triggeredBy,C))}
      ${u("Approvals",M(r,Br))}
    </dl>
  </details>`}var Ir={protected:"protected branches only",custom:"branches by a list of its own",all:"every branch may deploy"},Br=e=>e.length===0?i`<span class="absent">none</span>`:e.map(({person:t,state:r,after:o,before:n})=>i`<p>
            ${C(t)} ${r}, between ${h(o)} and ${h(n)}
            <span class="quiet">derived: the platform gives no time</span>
          </p>`);var jr={good:"\u2713",bad:"\u2715",caution:"\u25B2",quiet:"\u2013"};function g(e,t){return i`<span class="mark ${e}"><span class="shape" aria-hidden="true">${jr[e]}</span>${t}</span>`}function K({outcome:e,cause:t}){switch(e){case"allow":return g("good","Allowed");case"provisional":return g("caution","Provisional");case"deny":return g("bad",t==="error"?"Denied: the engine failed":"Denied")}}function ut(e){let t=e.map((r,o)=>({change:r,number:o+1}));return R(`Population: ${f(e.length,"decision")}, oldest first`,Lr,t)}var Lr=[{head:"No.",numeric:!0,cell:({number:e})=>e},{head:"Decided",cell:({change:e})=>h(e.decidedAt)},{head:"Change",names:!0,cell:({change:e})=>i`<a href="#${e.anchor}">${e.title}</a>`},{head:"Commit",cell:({change:e})=>$(e.commit)},{head:"Outcome",cell:({change:e})=>K(e)},{head:"Rules broken",numeric:!0,cell:({change:e})=>Wr(e)}],Wr=({rules:e})=>e.filter(({status:t})=>P(t)).length;var Q="unsigned by the platform";function ft(e){switch(e.kind){case"verified":return i`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br />${k(e.workflow)}`;case"countersigned":return i`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br /><span
          class="quiet"
          >the token is erased, countersigned by the sealer</span
        >`;case"unverified":return ee(e.why);case"none":return i`<span class="absent">${Q}: the record says so itself</span>`}}var ee=e=>i`${g("caution","not proven")} there is a receipt, and nothing proves it: <code>${e}</code>`;var Kr=16;function A(e){let t=`v1/segments/${e.stream}/${String(e.slot).padStart(Kr,"0")}`,r=[gt(e.key,e.record),...e.slotDigest===null?[]:[gt(t,e.slotDigest)]];return i`<dl class="proof">
    <div>
      <dt>Record</dt>
      <dd>${k(e.record)}</dd>
    </div>
    <div>
      <dt>Place</dt>
      <dd>stream ${e.stream}, slot ${e.slot}, position ${e.position}</dd>
    </div>
    ${e.slotDigest===null?null:i`<div>
            <dt>Slot digest</dt>
            <dd>${k(e.slotDigest)}</dd>
          </div>`}
    <div>
      <dt>Signed by</dt>
      <dd>${Fr(e.signature)}</dd>
    </div>
    <div>
      <dt>Platform</dt>
      <dd>${ft(e.platform)}</dd>
    </div>
    <div>
      <dt>By hand</dt>
      <dd>${r.map(o=>i`<pre><code>${o}</code></pre>`)}</dd>
    </div>
  </dl>`}function Fr(e){if(e.kind==="unchecked")return i`<span class="absent">not checked: no trust file</span>`;let t=e.keys.map(r=>k(r));return e.kind==="run"?i`${t} <span class="quiet">a key that lived for one run</span>`:t}var gt=(e,t)=>`echo "${t.slice(t.indexOf(":")+1)}  ${e}" | sha256sum --check`;function ht(e){let{threads:t,tickets:r,checks:o}=e,n=t.known&&t.value.resolved<t.value.total;return i`<details${n?" open":""}>
    <summary>Review: ${Vr(e)}</summary>
    <dl class="facts">
      ${u("Asked",`${yt(e.asked)}; ${f(e.counted,"approval")} counted`)}
      ${u("Class",zr(e))}
      ${u("Threads",M(t,Ur))}
      ${u("Tickets",M(r,Hr))}
      ${o.known&&o.value.length>0?null:u("Checks",M(o,()=>"none reported"))}
    </dl>
    ${o.known&&o.value.length>0?R("Checks of this change, and who made each",Gr,o.value):null}
  </details>`}function Vr({counted:e,threads:t,tickets:r}){return[f(e,"approval"),t.known?`${t.value.resolved} of ${f(t.value.total,"thread")} resolved`:"threads not known",r.known?f(r.value.length,"ticket"):"tickets not known"].join(", ")}var yt=({minimum:e,roles:t})=>`${f(e,"approval")}${t.length===0?"":`, of which one each from ${t.join(", ")}`}`;function zr({class:e,elevated:t}){if(e==="ordinary")return"ordinary: it leaves the gate itself alone";let r=t===null?"the registry asks for no more than of any change":`needs ${yt(t)}`;return e==="elevated"?i`${g("caution","elevated")} it touches the gate itself; ${r}`:i`${g("bad","unknown")} nobody read all its files; ${r}`}function Ur({total:e,resolved:t,security:r}){let o=r===0?"":`; ${r} marked security`;return e===0?"none":`${f(e,"thread")}, ${t} resolved${o}`}var Hr=e=>e.length===0?i`<span class="absent">none linked</span>`:e.map(t=>i`<code class="rule">${t}</code>`),Gr=[{head:"Check",names:!0,cell:e=>i`<code>${e.name}</code>`},{head:"Ended in",cell:e=>e.conclusion.replaceAll("_"," ")},{head:"Made by",cell:e=>i`app
      ${e.app}${e.workflow===null?i`<br /><span class="quiet">no workflow</span>`:i`<br /><code>${e.workflow}</code>`}`},{head:"On commit",cell:e=>$(e.commit)},{head:"Attempt",numeric:!0,cell:e=>e.attempt}];function bt(e){let t=e.filter(vt),r=e.filter(o=>!vt(o));return t.length===0||r.length===0?R("What each rule answered",te,e):i`${R("Rules that failed, were unknown or were waived",te,t)}
    <details>
      <summary>The others: ${re(r)}</summary>
      ${R("Rules that stood in nobody\u2019s way",te,r)}
    </details>`}var vt=({status:e})=>P(e)||e==="waived";function re(e){let t=o=>e.filter(n=>n.status===o).length,r=["fail","unknown","waived","pass","not_applicable"].filter(o=>t(o)>0);return r.length===0?"no rule answered":r.map(o=>`${t(o)} ${wt[o][1]}`).join(", ")}var wt={pass:["good","passed"],fail:["bad","failed"],waived:["caution","waived"],unknown:["bad","unknown"],not_applicable:["quiet","not applicable"]},Yr={pass:"proved",fail:"no reason recorded",waived:"no reason recorded",unknown:"no reason recorded",not_applicable:"nothing in this change to judge by it"};function Jr(e){let[t,r]=wt[e.status];return i`${g(t,r)}${e.mode==="enforce"?null:i` <span class="mode">${e.mode} only</span>`}`}var te=[{head:"Rule",names:!0,cell:e=>i`<code>${e.id}</code><br /><span class="quiet">${e.title}</span>`},{head:"Answer",cell:Jr},{head:"Why",cell:e=>e.reasons.length===0&&e.exception===null?i`<span class="quiet">${Yr[e.status]}</span>`:i`${e.reasons.map(t=>i`<span class="reason">${t}</span>`)}${e.exception===null?null:i`<span class="reason">exception ${e.exception}</span>`}`},{head:"Controls",cell:e=>e.controls.length===0?"none":e.controls.join(", ")}];function kt({changes:e}){return x({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: first as one list to draw a sample from, then each with what the rules answered, the records it rests on, and how to check it by hand.",body:e.length===0?null:[ut(e),...e.map(Xr)]})}function Xr(e){let t=e.rules.filter(({status:r})=>P(r)).length;return i`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${K(e)} <span>${h(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${k(e.commit)}</p>
<p class="given">${e.facts==="given"?g("caution","facts given, not read"):g("quiet","facts read live by the run")}</p>
${e.outcome==="provisional"?i`<p class="commit">Only reviews were missing. It let the change into the merge queue and satisfies nothing: the queue judged it again.</p>`:null}
${e.error===null?null:i`<p class="error">${e.error}</p>`}
</header>
<details${t>0?" open":""}><summary>Decision: ${re(e.rules)}</summary>
${bt(e.rules)}
<dl class="proof">
${oe("Policy",e.policy)}${oe("Input",e.input)}${oe("To be kept",e.retentionYears===null?null:f(e.retentionYears,"year"))}
</dl></details>
${e.review===null?null:ht(e.review)}
${e.environment===null?null:mt(e.environment)}
<details><summary>Evidence: ${f(e.evidence.length,"record")}</summary>
${R("Records of this change",Zr,e.evidence)}</details>
<details><summary>Proof: place, digest, and how to check each record by hand</summary>
<p class="note">Run these in the folder of the ledger. Each prints <code>OK</code> when the bytes are what was sealed.</p>
${e.evidence.map(r=>i`<h4>${r.kind}</h4>
      ${A(r.proof)}`)}</details>
</article>
`}var oe=(e,t)=>t===null?null:u(e,t.startsWith("sha256:")?k(t):t),Zr=[{head:"Kind",names:!0,cell:e=>i`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>h(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>$(e.proof.record)}];var Qr=/^[\w%+,./:=@-]+$/,ne=e=>Qr.test(e)?e:`'${e.replaceAll("'",String.raw`'\''`)}'`;var F=e=>e%864e5===0?$t(e):null,V=e=>e%864e5===0?$t(e-864e5):null,$t=e=>new Date(e).toISOString().slice(0,10);function xt({scope:e,verification:t}){return x({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:i`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${ne(e.ledger)} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again, with the same trust file, receipts and options. The same records give the same bytes:
        <pre><code>${eo(e,t)}</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Proof</em> of each change.</li>
    </ol>`})}function eo({ledger:e,stream:t,control:r,asked:o},{trusted:n,receipts:a,again:s}){return["proofrail","report",...[["--ledger",e],...n?[["--trust","trust.json"]]:[],...Array.from({length:a},(d,c)=>["--receipt",a===1?"receipt.json":`receipt-${c+1}.json`]),...s,...t===null?[]:[["--stream",t]],...r===null?[]:[["--control",r]],...o.from===null?[]:[["--from",F(o.from)??Rt(o.from)]],...o.to===null?[]:[["--to",V(o.to)??Rt(o.to)]],["--out","again.html"]].flat().map(ne)].join(" ")}var Rt=e=>new Date(e).toISOString();function St(e){return`default-src 'none'; style-src 'sha256-${to("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function Mt({coverage:e}){return x({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:R("Answers of rules, by control",ro,e)})}var ro=[{head:"Control",names:!0,cell:e=>i`<strong>${e.control}</strong>${e.title===null?null:i`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(t=>i`<code class="rule">${t}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function Pt({deviations:e,scope:t}){return x({id:"deviations",title:"Deviations",lead:oo(e,t.recordsShown),body:e.length===0?null:i`<ol class="deviations">
            ${e.map(ao)}
          </ol>`})}function oo(e,t){if(e.length>0){let r=e.some(({kind:o})=>o==="denied")?` ${no}`:"";return`${f(e.length,"deviation")}, the gravest first.${r}`}return t===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var no="A denial means that the control worked; it is listed because somebody should ask why.",io={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],deployment:["bad","Deployment"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],"unsigned-by-platform":["caution","Unsigned by the platform"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function ao(e){let[t,r]=io[e.kind];return i`<li class="${t}">
    <p class="kicker">${g(t,r)}${e.at===null?null:i` <span>${h(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:i`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:i`<ul>
            ${e.details.map(o=>i`<li>${o}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:i`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function Ot({images:e}){return x({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:e.map(so)})}function so({anchor:e,digest:t,names:r,sboms:o,commits:n,deployments:a}){return i`<article id="${e}" class="image">
    <h3>${r.length===0?i`Image ${$(t)}`:r.join(", ")}</h3>
    <ol class="chain">
      ${z("Digest",k(t))}
      ${z("Bill of materials",o.length===0?U("none archived"):o.map(lo))}
      ${z("Commit",n.length===0?U("no record links this digest to a commit"):n.map(co))}
      ${z("Deployments",a.length===0?U("none recorded"):a.map(po))}
    </ol>
  </article> `}var z=(e,t)=>i`<li>
    <span class="link">${e}</span>
    <div>${t}</div>
  </li> `,U=e=>i`<span class="absent">${e}</span>`,lo=({format:e,components:t,document:r,at:o,proof:n})=>i`<p>
      ${e}, ${t===null?"components not counted":f(t,"component")}, archived ${h(o)}
    </p>
    <details>
      <summary>Proof</summary>
      <dl class="proof">${u("Document",k(r))}</dl>
      ${A(n)}
    </details>`,co=({commit:e,saidBy:t,change:r})=>i`<p>
    ${r===null?k(e):i`<a href="#${r}">${k(e)}</a>`}
    <span class="quiet">${t}</span>${r===null?i` ${U("no decision about this commit is shown")}`:null}
  </p>`,po=({environment:e,outcome:t,at:r,proof:o})=>i`<p>${e}: ${t}, ${h(r)}</p>
    <details>
      <summary>Proof</summary>
      ${A(o)}
    </details>`;function Ct({landings:e}){return x({id:"landings",title:"Protected branch",lead:e.length===0?'No commit on a protected branch was verified in the records shown. Decisions alone do not say what was merged: "proofrail merges verify" does.':"Every commit that was looked at after it landed: its content is exactly what an allowed change gives there, or it is not.",body:e.map(uo)})}var mo={merged:["good","As allowed"],bypass:["bad","Bypass"],excepted:["caution","Bypass, excepted"],unverified:["bad","Not verified"]};function uo(e){let{anchor:t,commit:r,at:o,state:n,how:a,pullRequest:s,change:l,exception:d,pushedBy:c,facts:p,proof:m}=e;return i`<article id="${t}" class="landing">
    <p class="kicker">${g(...mo[n])} <span>${h(o)}</span></p>
    <p>${k(r)}</p>
    <p class="commit">${fo([...go(s,l),a])}</p>
    ${d===null?null:i`<p class="commit">exception ${d}</p>`}
    <p class="commit">
      ${c===null?"it is not known who pushed it":i`pushed by ${C(c)}`}${p==="given"?i`; ${g("caution","facts given, not read")}`:null}
    </p>
    <details>
      <summary>Proof</summary>
      ${A(m)}
    </details>
  </article>`}var fo=e=>e.map((t,r)=>r===0?t:i`: ${t}`);function go(e,t){if(e===null)return[];let r=`Pull request ${e}`;return[t===null?r:i`<a href="#${t}">${r}</a>`]}function Et({asked:e,covered:t,recordsInLedger:r}){let n=t===null?r===0?"no record in it verifies":"no record falls in it":i`records from ${h(t.from)} to ${h(t.to)}`;return i`${ho(e)}; ${n}`}function ho({from:e,to:t}){if(e===null&&t===null)return i`The whole ledger`;let r=e===null?i`From the beginning`:i`From ${F(e)??h(e)}`;if(t===null)return i`${r} until the last record`;let o=V(t);return i`${r} until ${o===null?i`before ${h(t)}`:i`the end of ${o} UTC`}`}function Dt({scope:e,verification:t}){let r=bo(t);return e.recordsShown>0?[r]:yo.has(t.outcome)?[r,Tt(e)]:[Tt(e),r]}var yo=new Set(["tampered","short","unavailable"]),vo={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],short:["bad","Not locked as asked","Nothing is altered or missing, but some objects can be removed before the days that are asked for are over. The deviations name them."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]};function bo({outcome:e,streams:t}){let[r,o,n]=vo[e];return _t(r,o,i`<p>${n}</p>
      <ul>
        ${t.map(({stream:a,slots:s,records:l,newest:d,states:c})=>i`<li>
              Stream ${a}: ${f(l,"record")} in
              ${f(s,"slot")}${d===null?"":i`, newest ${h(d)}`}${c.length===0?"":`; ${c.join(", ")}`}
            </li>`)}
      </ul>`)}function Tt({recordsInLedger:e}){return _t("caution","Nothing to show",i`<p>${e===0?"No record of this ledger verifies, and none that does not is shown.":"No record falls into what was asked for."} That is not a good result; it is no result.</p>`)}var _t=(e,t,r)=>i`<div class="verdict ${e}">
    <p class="word">${g(e,t)}</p>
    <div>${r}</div>
  </div>`;function At(e){let{scope:t,verification:r}=e;return i`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${So(e)}</h1>
    <p class="period">${Et(t)}</p>
    ${Dt(e)} ${Po(e)}
    <dl class="facts">
      ${u("Ledger",k(t.ledger))}
      ${u(t.streams.length===1?"Stream":"Streams",t.streams.length===0?"none":t.streams.join(", "))}
      ${u("Assurance",Mo[t.assurance])}
      ${t.notRetained.length===0?null:u("Kept",t.notRetained.map(wo))}
      ${r.locked===null?null:u("Locked",r.locked)}
      ${u("Trust",r.trust)} ${u("Order",r.order)}
      ${u("Receipts",ko(r))} ${u("Shown",$o(t))}
      ${t.recordsShown===0?null:u("Facts",Ro(t.facts))}
      ${t.recordsShown===0?null:u("Platform",xo(t))}
    </dl>
    <p class="disclaimer">
      This page supports ${t.control===null?"work on the controls it names":i`work on control ${t.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}var wo=e=>i`<p>${g("caution","no archive")} ${e}: these records were written into an artifact of a run</p>`,ko=({receipts:e})=>e===0?"none held against the ledger: only a seal would show that the end was cut off":`${f(e,"receipt")} held against the ledger`,$o=({recordsShown:e,recordsInLedger:t})=>t===0?"nothing: no record verifies":`${e===0?"none":e.toLocaleString("en-GB")} of ${f(t,"record")} that verify`,Ro=({read:e,given:t})=>`${f(e,"record rests","records rest")} on facts read live, ${f(t,"record")} on facts that were handed over`;function xo({vouchedFor:e,recordsShown:t}){if(e===0)return i`<a href="#writers">unsigned by the platform</a>: only the signing key stands behind the records`;let r=t-e;return i`<a href="#writers">vouches for ${f(e,"record")}</a
    >${r===0?"":`; ${f(r,"record")} unsigned by the platform`}`}function So({scope:{control:e},coverage:t}){if(e===null)return i`Changes, evidence and proof`;let r=t.find(o=>o.control===e)?.title??null;return i`Evidence for ${e}${r===null?null:i`<span class="name">${r}</span>`}`}var Mo={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",versioned:"versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known",volatile:"volatile: kept in memory only"};function Po({changes:e,deviations:t,images:r,people:o}){let[n,a,s]=["allow","provisional","deny"].map(d=>e.filter(c=>c.outcome===d).length),l=[[t.length,t.length===1?"deviation":"deviations"],[e.length,e.length===1?"decision":"decisions"],[n,"allowed"],[s,"denied"],...a===0?[]:[[a,"provisional"]],[r.length,r.length===1?"image":"images"],[o,o===1?"approver":"approvers"]];return i`<ul class="figures">
    ${l.map(([d,c])=>i`<li><strong>${d.toLocaleString("en-GB")}</strong> ${c}</li>`)}
  </ul>`}var ie=`
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; overflow-wrap: anywhere; }
.deviations ul li::before { content: "\u2013"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image, .landing { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target, .landing:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
table + .change { margin-top: 1.75rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
details > details + .proof { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
details > .facts { gap: .35rem; margin-top: .6rem; font-size: .92rem; }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  tbody .number { text-align: left; }
  code { overflow-wrap: anywhere; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5.75rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;function Nt({writers:e}){return x({id:"writers",title:"Who wrote the records",lead:e.length===0?"There is no record, so nobody wrote one.":"The platform signs for each record which repository, workflow and run wrote it with which key. Where it does not, only the key stands behind the record.",body:e.length===0?null:R("Records by the workflow that wrote them",Co,e)})}var Oo=4,Co=[{head:"Platform says",names:!0,cell:Eo},{head:"Runner",cell:({platform:e})=>"runner"in e?To(e.runner):"not known"},{head:"Signed with",cell:({signature:e})=>Do[e]},{head:"Runs",cell:({runs:e})=>_o(e)},{head:"Records",numeric:!0,cell:({records:e})=>e}];function Eo({platform:e}){switch(e.kind){case"verified":return i`${g("good","vouched for")} repository ${e.repository}, on ${e.event}<br />${k(e.workflow)}<br /><span
          class="quiet"
          >workflow at ${$(e.workflowCommit)}</span
        >`;case"countersigned":return i`${g("good","erased, countersigned")} repository ${e.repository}, on ${e.event}<br /><span
          class="quiet"
          >workflow at ${$(e.workflowCommit)}</span
        >`;case"unverified":return ee(e.why);case"none":return g("caution",Q)}}var To=e=>e==="self-hosted"?g("caution","self-hosted"):e,Do={lasting:"a key of the trust file",run:"a key that lived for one run",unchecked:"not checked: no trust file"},_o=e=>e.length===0?i`<span class="absent">none named</span>`:e.length<=Oo?e.map(t=>i`<span class="rule">${t}</span>`):i`${e[0]??""} to ${e.at(-1)??""}, ${f(e.length,"run")}`;var Ao=new q(`<style>${ie}</style>`),No=[["deviations","Deviations"],["changes","Changes"],["landings","Protected branch"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["writers","Writers"],["checking","Checking"]];function qt(e){let{control:t}=e.scope;return i`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${St(ie)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${t===null?"Proofrail evidence report":`${t}: Proofrail evidence report`}</title>
        ${Ao}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${At(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${No.map(([r,o])=>i`<li><a href="#${r}">${o}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${Pt(e)}${kt(e)}${Ct(e)}${Ot(e)}${pt(e)}${Mt(e)}${Nt(e)}${xt(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.text}async function It(e,t,r){let o=[];for(let{stream:n}of t.streams){let a=new Map;for await(let s of be(e,n,{...r,onFinding:()=>{}}))a.has(s.slot)||a.set(s.slot,await qo(e,s)),o.push({placed:s,record:Io(s),slotDigest:a.get(s.slot)??null})}return o}async function qo(e,{stream:t,slot:r}){let o=await e.read(me(t,r));return o.kind==="found"?B(o.bytes):null}function Io({statement:e,name:t}){try{return ce(e,t)}catch(r){if(!(r instanceof se))throw r;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}async function Ol(e,t){let r=await we(e,t),o=jo(r),{store:n,retention:a,given:s}=await Oe(r,t),l=await Me(n,s);if(await Ee(n,r.stream,l),l.outcome==="invalid")throw Wo(r);let{trust:d,attachments:c}=s,p=d===void 0?{}:{trust:d,...c===void 0?{}:{attachments:c}},m=await It(n,l,p),y={locked:a===null?null:Pe(a),again:Bo(r)},S=lt(m,l,ge().manifest,o,y),E=qt(S);return $e(r.out,E),{outcome:Lo(l.outcome,S),json:{report:r.out,digest:B(E),selection:Ko(o),shown:Bt(S),verification:_e(l,a)},text:N=>[De(l,a,N),"",Fo(S),"",ke(r.out)].join(`
`)}}var Bo=({attachments:e,days:t,config:r})=>[...e===void 0?[]:[["--attachments",e]],...t===void 0?[]:[["--days",String(t)]],...r===void 0?[]:[["--config",".proofrail"]]];function jo({control:e,stream:t,from:r,to:o}){if(e!==void 0&&L(e)===null)throw ae("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(r!==void 0&&o!==void 0&&r>=o)throw ae("report/period","a period that begins before it ends",`${H(r)} to ${H(o)}`,"--from and --to","swap the two");return{...e===void 0?{}:{control:e},...t===void 0?{}:{stream:t},...r===void 0?{}:{from:r},...o===void 0?{}:{to:o}}}var Lo=(e,{scope:t})=>t.recordsShown===0?ue(["invalid",e]):e;function Wo({ledger:e}){return ae("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function ae(e,t,r,o,n){return new le(e,{expected:t,found:r,at:o,doThis:n})}var H=e=>new Date(e).toISOString(),Ko=({control:e,from:t,to:r})=>({control:e??null,from:t===void 0?null:H(t),to:r===void 0?null:H(r)}),Bt=({scope:e,deviations:t,changes:r,images:o})=>({records:e.recordsShown,deviations:t.length,changes:r.length,images:o.length});function Fo(e){let{records:t,deviations:r,changes:o,images:n}=Bt(e);return t===0?`${e.scope.recordsInLedger===0?"no record verifies":"no record falls into what was asked for"}: the page says so, and this is not a good result`:`${T(r,"deviation")}, ${T(o,"decision")}, ${T(n,"image")} from ${T(t,"record")}`}export{Ol as writeReport};
